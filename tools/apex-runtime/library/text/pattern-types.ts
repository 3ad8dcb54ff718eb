import type { Transaction } from '../../model/transaction.ts';
import type { PlatformObject } from '../../model/values.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, platformObject, refuse, strings } from '../support.ts';
import { compileRegex, groupOf, Regex, replaceMatches, splitText } from './regex.ts';

class MatcherState {
  readonly regex: Regex;
  text: string;
  match: RegExpExecArray | null = null;
  next = 0;
  constructor(regex: Regex, text: string) {
    this.regex = regex;
    this.text = text;
  }

  reset(): void {
    this.match = null;
    this.next = 0;
  }

  keep(match: RegExpExecArray | null): boolean {
    this.match = match;
    if (match === null) return false;
    const end = match.index + match[0].length;
    this.next = match[0] === '' ? end + 1 : end;
    return true;
  }
}

const regexOf = (tx: Transaction, pattern: PlatformObject): Regex =>
  pattern.state instanceof Regex ? pattern.state : refuse(tx, 'this Pattern');

const stateOf = (tx: Transaction, matcher: PlatformObject): MatcherState =>
  matcher.state instanceof MatcherState ? matcher.state : refuse(tx, 'this Matcher');

const patternOf = (tx: Transaction, java: string): PlatformObject =>
  platformObject(tx, 'Pattern', compileRegex(tx, java), null, java);

function matched(tx: Transaction, state: MatcherState): RegExpExecArray {
  return state.match ?? tx.raise('StringException', 'No match found');
}

function bounds(tx: Transaction, self: PlatformObject, group: number): [number, number] {
  const state = stateOf(tx, self);
  groupOf(tx, state.regex, matched(tx, state), group);
  return state.match?.indices?.[group] ?? [-1, -1];
}

function find(tx: Transaction, self: PlatformObject, from: number): boolean {
  const state = stateOf(tx, self);
  return state.keep(from > state.text.length ? null : state.regex.find(tx, state.text, from));
}

export const PATTERN: LibraryType = {
  name: 'Pattern',
  members: {
    'static compile(String):Pattern': (tx, _type, java: string | null) => patternOf(tx, given(tx, java)),
    'static matches(String,String):Boolean': (tx, _type, java: string | null, text: string | null) =>
      compileRegex(tx, given(tx, java)).matches(tx, given(tx, text, 2)) !== null,
    'static quote(String):String': (tx, _type, text: string | null) =>
      given(tx, text).includes('\\E') ? refuse(tx, 'Pattern.quote of text with \\E') : `\\Q${text}\\E`,
    'matcher(String):Matcher': (tx, self: PlatformObject, text: string | null) =>
      platformObject(tx, 'Matcher', new MatcherState(regexOf(tx, self), given(tx, text))),
    'pattern():String': (tx, self: PlatformObject) => regexOf(tx, self).java,
    'split(String):List<String>': (tx, self: PlatformObject, text: string | null) =>
      strings(tx, splitText(tx, regexOf(tx, self), given(tx, text), 0)),
    'split(String,Integer):List<String>': (
      tx,
      self: PlatformObject,
      text: string | null,
      limit: number | null,
    ) => strings(tx, splitText(tx, regexOf(tx, self), given(tx, text), given(tx, limit, 2))),
  },
};

export const MATCHER: LibraryType = {
  name: 'Matcher',
  members: {
    'static quoteReplacement(String):String': (tx, _type, text: string | null) =>
      given(tx, text).replace(/[$\\]/g, '\\$&'),
    'matches():Boolean': (tx, self: PlatformObject) => {
      const state = stateOf(tx, self);
      return state.keep(state.regex.matches(tx, state.text));
    },
    'lookingAt():Boolean': (tx, self: PlatformObject) => {
      const state = stateOf(tx, self);
      return state.keep(state.regex.lookingAt(tx, state.text));
    },
    'find():Boolean': (tx, self: PlatformObject) => find(tx, self, stateOf(tx, self).next),
    'find(Integer):Boolean': (tx, self: PlatformObject, from: number | null) => {
      const state = stateOf(tx, self);
      const index = given(tx, from);
      if (index < 0 || index > state.text.length)
        return tx.raise('StringException', `Illegal start index: ${index}`);
      state.reset();
      return find(tx, self, index);
    },
    'group():String': (tx, self: PlatformObject) => matched(tx, stateOf(tx, self))[0],
    'group(Integer):String': (tx, self: PlatformObject, group: number | null) => {
      const state = stateOf(tx, self);
      return groupOf(tx, state.regex, matched(tx, state), given(tx, group));
    },
    'groupCount():Integer': (tx, self: PlatformObject) => stateOf(tx, self).regex.translated.groupCount,
    'start():Integer': (tx, self: PlatformObject) => bounds(tx, self, 0)[0],
    'start(Integer):Integer': (tx, self: PlatformObject, group: number | null) =>
      bounds(tx, self, given(tx, group))[0],
    'end():Integer': (tx, self: PlatformObject) => bounds(tx, self, 0)[1],
    'end(Integer):Integer': (tx, self: PlatformObject, group: number | null) =>
      bounds(tx, self, given(tx, group))[1],
    'pattern():Pattern': (tx, self: PlatformObject) => patternOf(tx, stateOf(tx, self).regex.java),
    'replaceAll(String):String': (tx, self: PlatformObject, replacement: string | null) => {
      const state = stateOf(tx, self);
      state.reset();
      return replaceMatches(tx, state.regex, state.text, given(tx, replacement), false);
    },
    'replaceFirst(String):String': (tx, self: PlatformObject, replacement: string | null) => {
      const state = stateOf(tx, self);
      state.reset();
      return replaceMatches(tx, state.regex, state.text, given(tx, replacement), true);
    },
    'reset():Matcher': (tx, self: PlatformObject) => {
      stateOf(tx, self).reset();
      return self;
    },
    'reset(String):Matcher': (tx, self: PlatformObject, text: string | null) => {
      const state = stateOf(tx, self);
      state.text = given(tx, text);
      state.reset();
      return self;
    },
  },
};
