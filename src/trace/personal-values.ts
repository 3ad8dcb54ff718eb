import { ACTIONS, CAUSES, CHANNEL_TYPES, EVENTS, LEGS, PACING_MODES, SETUPS } from '../catalog/vocabulary.ts';
import { MASK, maskPhone } from './mask-text.ts';

const SHORTEST = 3;
const LONGEST = 1_000;

/** Values that say nothing about a person, and would make sentences unreadable if they were masked. */
const COMMON: ReadonlySet<string> = new Set([
  ...[SETUPS, PACING_MODES, CHANNEL_TYPES, EVENTS, ACTIONS, LEGS, CAUSES].flatMap((words) =>
    Object.keys(words),
  ),
  ...['true', 'false', 'yes', 'none', 'null', 'unknown', 'voice', 'phone', 'record', 'rule', 'call'],
  ...['contact', 'lead', 'account', 'case', 'opportunity', 'task', 'salesforce', 'amazon'],
]);
/** Text that says who someone is. */
const NAMES: ReadonlySet<string> = new Set(['name', 'detail', 'agentname', 'quickconnectname']);
/** Their values may be anything. */
const VALUE_MAPS: ReadonlySet<string> = new Set(['attributes', 'variables', 'callvariables']);
/** Parts of a dialler's message that name a call, and parts of a call that name no person. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['id', 'calltype', 'event', 'channel', 'topic', 'subtopic', 'callstatus', 'queue'],
]);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Collects the personal values that stand in observations, dialler messages and cards, so that they can be masked
 * wherever a sentence repeats them. `keep`: attributes and variables that may be shown.
 */
export function collectPersonalValues(
  sources: readonly unknown[],
  keep: ReadonlySet<string>,
): ReadonlySet<string> {
  const values = new Set<string>();

  function add(value: string): void {
    const text = value.trim();
    if (text.length < SHORTEST || text.length > LONGEST || text === MASK || COMMON.has(text.toLowerCase()))
      return;
    values.add(text.toLowerCase());
  }

  function visit(value: unknown, key: string, all: boolean): void {
    const isPersonal = all || NAMES.has(key) || /phone|number|address/.test(key);
    if (typeof value === 'string' && isPersonal) add(value);
    else if (typeof value === 'number' && all && value >= 10_000) add(String(value));
    else if (Array.isArray(value)) value.forEach((item) => visit(item, key, all));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        const lower = name.toLowerCase();
        if (VALUE_MAPS.has(key) ? keep.has(name) : HARMLESS.has(lower)) continue;
        visit(item, lower, all || VALUE_MAPS.has(key) || lower === 'message');
      }
    }
  }

  sources.forEach((source) => visit(source, '', false));
  return values;
}

/** Masks these values as whole words, in any case, plain or percent-encoded. */
export function maskerOf(values: ReadonlySet<string>): (text: string) => string {
  const longestFirst = [...values]
    .flatMap((value) => [...new Set([value, encodeURIComponent(value.toWellFormed()).toLowerCase()])])
    .sort((one, other) => other.length - one.length);
  return (text) => {
    const lower = text.toLowerCase();
    return longestFirst
      .filter((value) => lower.includes(value))
      .reduce(
        (rest, value) =>
          rest.replace(
            new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'giu'),
            maskPhone,
          ),
        text,
      );
  };
}
