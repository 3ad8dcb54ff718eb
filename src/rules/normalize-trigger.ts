import { parseChannelType, parseEventName, parsePacingMode } from '../catalog/parse-word.ts';
import type { Issue } from '../model/parse.ts';
import { isPlainObject } from '../model/plain-value.ts';

const lowerCase = (word: unknown): string | undefined =>
  typeof word === 'string' ? word.trim().toLowerCase() : undefined;

const WORDS: Readonly<Record<string, (word: unknown) => string | undefined>> = {
  setup: lowerCase,
  pacingModes: parsePacingMode,
  channelTypes: parseChannelType,
  events: parseEventName,
  causes: lowerCase,
  legs: lowerCase,
};

/** The source's tables print Outbound for these; the dialler delivers them as Regular-Call. */
const ALIASED_PACING = ['progressive', 'predictive'];

function resolveAlias(trigger: Record<string, unknown>): Issue | null {
  const { setup, pacingModes, channelTypes } = trigger;
  if (setup !== 'tethered' || !Array.isArray(pacingModes) || !Array.isArray(channelTypes)) return null;
  const index = channelTypes.indexOf('outbound');
  if (index < 0 || !ALIASED_PACING.some((mode) => pacingModes.includes(mode))) return null;
  const kept = channelTypes.filter(
    (channel) => channel !== 'outbound' || pacingModes.includes('manual-outbound'),
  ) as unknown[];
  trigger.channelTypes = kept.includes('regular-call') ? kept : [...kept, 'regular-call'];
  return {
    path: `channelTypes[${index}]`,
    message:
      'outbound is read as regular-call: progressive and predictive calls of the tethered setup carry that channel type',
    fix: 'Write regular-call',
  };
}

/**
 * Brings the words of a trigger, in any case and as ids or labels, to ids, and resolves the one alias; words that
 * name nothing stay, for the schema to refuse. The paths of warnings begin at the trigger.
 */
export function normalizeTrigger(trigger: unknown): { value: unknown; warnings: Issue[] } {
  if (!isPlainObject(trigger)) return { value: trigger, warnings: [] };
  const value: Record<string, unknown> = { ...trigger };
  for (const [name, parse] of Object.entries(WORDS)) {
    const words = value[name];
    if (Array.isArray(words)) value[name] = words.map((word: unknown) => parse(word) ?? word);
    else if (name === 'setup' && words !== undefined) value[name] = parse(words) ?? words;
  }
  const warning = resolveAlias(value);
  return { value, warnings: warning === null ? [] : [warning] };
}
