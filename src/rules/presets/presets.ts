import type { RulesetFile } from '../parse-ruleset.ts';
import { literalPreset } from './literal-presets.ts';
import { PACELINE_PRESET } from './paceline-preset.ts';

/** The shipped rulesets. They are copied, never edited: an upgrade overwrites them. */
export const PRESETS: readonly RulesetFile[] = [
  literalPreset('tethered'),
  literalPreset('hvoc'),
  PACELINE_PRESET,
];
