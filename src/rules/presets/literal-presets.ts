import { CATALOG } from '../../catalog/catalog.ts';
import type { CatalogRow } from '../../catalog/catalog.ts';
import type { RecommendedShape } from '../../catalog/row-shape.ts';
import { CHANNEL_TYPES, EVENTS, PACING_MODES, SETUPS } from '../../catalog/vocabulary.ts';
import type { Setup } from '../../catalog/vocabulary.ts';
import type { RulesetFile } from '../parse-ruleset.ts';
import type { RuleInput } from '../rule.ts';
import { PRESET_ACTIONS } from './preset-actions.ts';

/** A metadata name has at most 40 characters. */
const KEY_WORDS: Readonly<Record<string, string>> = { receiving: 'recv' };

/** What tells several lines of one tuple apart, in a word. */
function lineWord({ legs, receiving }: RecommendedShape): string | null {
  if (receiving !== undefined) return receiving ? 'receiving' : 'direct';
  return legs?.length === 1 ? (legs[0] ?? null) : null;
}

function labelOf(row: CatalogRow, word: string | null): string {
  const channel = row.pacingMode === 'manual-outbound' && row.channelType === 'inbound';
  const mode = PACING_MODES[row.pacingMode] + (channel ? ` / ${CHANNEL_TYPES.inbound}` : '');
  return [`${mode}: ${EVENTS[row.event]}`, ...(word === null ? [] : [word])].join(', ');
}

function literalRule(row: CatalogRow, line: RecommendedShape, order: number): RuleInput {
  const word = row.recommended.length > 1 ? lineWord(line) : null;
  return {
    key: ['rec', row.key, ...(word === null ? [] : [KEY_WORDS[word] ?? word])].join('_'),
    label: labelOf(row, word),
    order,
    trigger: {
      setup: row.setup,
      pacingModes: [row.pacingMode],
      channelTypes: [row.channelType],
      events: [row.event],
      ...(line.causes === undefined ? {} : { causes: [...line.causes] }),
      ...(line.legs === undefined ? {} : { legs: [...line.legs] }),
      ...(line.receiving === undefined ? {} : { receiving: line.receiving }),
    },
    actions: line.actions.map((action) => PRESET_ACTIONS[action]),
  };
}

/** The source's "recommended" table of a setup, one rule a line, nothing added and nothing left out. */
export function literalPreset(setup: Setup): RulesetFile {
  const lines = CATALOG.filter((row) => row.setup === setup).flatMap((row) =>
    row.recommended.map((line) => ({ row, line })),
  );
  return {
    ruleset: `recommended-${setup}`,
    description: `The recommended actions of the ${SETUPS[setup]} setup, literally.`,
    rules: lines.map(({ row, line }, index) => literalRule(row, line, (index + 1) * 10)),
  };
}
