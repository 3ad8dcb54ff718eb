export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

interface Fault {
  readonly at: number;
  readonly expected: string;
}

/** Walks the text by JSON's grammar without nesting calls, and stops at the first thing that does not belong there. */
function findFault(text: string): Fault | null {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return false;
    at += found.length;
    return true;
  };
  const takeMark = (mark: string): boolean => {
    take(SPACE);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };
  const takeKey = (): Fault | null => {
    take(SPACE);
    if (!take(STRING)) return { at, expected: 'a name in double quotes' };
    return takeMark(':') ? null : { at, expected: '":" after the name' };
  };

  const open: ('{' | '[')[] = [];
  for (;;) {
    take(SPACE);
    if (takeMark('{')) {
      if (!takeMark('}')) {
        open.push('{');
        const fault = takeKey();
        if (fault !== null) return fault;
        continue;
      }
    } else if (takeMark('[')) {
      if (!takeMark(']')) {
        open.push('[');
        continue;
      }
    } else if (!take(STRING) && !take(SCALAR)) {
      return { at, expected: 'a value' };
    }
    for (;;) {
      const inside = open.at(-1);
      if (inside === undefined) {
        take(SPACE);
        return at === text.length ? null : { at, expected: 'nothing more' };
      }
      if (takeMark(inside === '{' ? '}' : ']')) {
        open.pop();
        continue;
      }
      if (!takeMark(',')) return { at, expected: inside === '{' ? '"," or "}"' : '"," or "]"' };
      const fault = inside === '{' ? takeKey() : null;
      if (fault !== null) return fault;
      break;
    }
  }
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Parses JSON; a fault comes back with line and column (from 1), in the same words on every engine. Never throws. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const fault = findFault(text);
    if (fault === null) return { ok: false, message: `is not JSON: ${String(error)}` };
    return {
      ok: false,
      message: `is not JSON: ${fault.expected} was expected at ${place(text, fault.at)}`,
    };
  }
}
