import { formatPath } from '../model/parse.ts';

/** The first thing in a text that JSON's grammar has no place for. */
export interface JsonFault {
  readonly at: number;
  readonly expected: string;
}

/** What a walk through a text found; `repeated` are the paths of names that stand twice in one object, up to the fault. */
export interface JsonWalk {
  readonly fault: JsonFault | null;
  readonly repeated: readonly string[];
}

/** An object or list that is still open, and where in it the walk stands. */
interface Level {
  readonly names: Set<string> | null;
  step: string | number;
}

const SPACE = /[ \t\n\r]*/y;
const STRING_MARK = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** One pass over a text by JSON's grammar; neither nesting nor long texts use the call stack. */
class Walker {
  readonly text: string;
  at = 0;
  readonly open: Level[] = [];
  readonly repeated = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return false;
    this.at += found.length;
    return true;
  }

  takeMark(mark: string): boolean {
    this.take(SPACE);
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  /** Stays where it is unless a whole string stands here. */
  takeString(): boolean {
    const start = this.at;
    if (this.text[start] !== '"') return false;
    this.at += 1;
    for (;;) {
      STRING_MARK.lastIndex = this.at;
      const mark = STRING_MARK.exec(this.text);
      this.at = mark?.index ?? start;
      if (mark?.[0] === '"') {
        this.at += 1;
        return true;
      }
      if (mark?.[0] === '\\' && this.take(ESCAPE)) continue;
      this.at = start;
      return false;
    }
  }

  takeName(level: Level): JsonFault | null {
    this.take(SPACE);
    const start = this.at;
    if (!this.takeString()) return this.fault('a name in double quotes');
    const name = JSON.parse(this.text.slice(start, this.at)) as string;
    level.step = name;
    if (level.names?.has(name)) this.repeated.add(formatPath(this.open.map(({ step }) => step)));
    level.names?.add(name);
    return this.takeMark(':') ? null : this.fault('":" after the name');
  }

  fault(expected: string): JsonFault {
    return { at: this.at, expected };
  }

  /** From the begin of a value to the begin of the next one inside it, or to its end. */
  enter(): JsonFault | 'opened' | 'closed' {
    if (this.takeMark('{')) {
      if (this.takeMark('}')) return 'closed';
      const level: Level = { names: new Set(), step: '' };
      this.open.push(level);
      return this.takeName(level) ?? 'opened';
    }
    if (this.takeMark('[')) {
      if (this.takeMark(']')) return 'closed';
      this.open.push({ names: null, step: 0 });
      return 'opened';
    }
    return this.takeString() || this.take(SCALAR) ? 'closed' : this.fault('a value');
  }

  /** From the end of a value to the begin of the next one; null at the end of the text. */
  leave(): JsonFault | 'next' | null {
    for (;;) {
      const level = this.open.at(-1);
      if (level === undefined) {
        this.take(SPACE);
        return this.at === this.text.length ? null : this.fault('nothing more');
      }
      const end = level.names === null ? ']' : '}';
      if (this.takeMark(end)) {
        this.open.pop();
        continue;
      }
      if (!this.takeMark(',')) return this.fault(`"," or "${end}"`);
      if (level.names !== null) return this.takeName(level) ?? 'next';
      level.step = Number(level.step) + 1;
      return 'next';
    }
  }

  walk(): JsonFault | null {
    for (;;) {
      const entered = this.enter();
      if (typeof entered === 'object') return entered;
      const left = entered === 'opened' ? 'next' : this.leave();
      if (left !== 'next') return left;
    }
  }
}

/** Never throws. */
export function walkJson(text: string): JsonWalk {
  const walker = new Walker(text);
  const fault = walker.walk();
  return { fault, repeated: [...walker.repeated] };
}
