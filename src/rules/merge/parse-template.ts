import type { Issue, ParseResult } from '../../model/parse.ts';
import { nearest } from '../../model/nearest.ts';
import { ownValue } from '../../model/plain-value.ts';
import type { Expression, Template } from './ast.ts';
import { checkLiteral } from './check-literal.ts';
import { isKnownField, suggestField } from './fields.ts';
import { MERGE_FUNCTIONS } from './functions.ts';

const MAX_DEPTH = 8;
const NAME = /[A-Za-z_]\w*/y;
/** What follows a dot: names of contact attributes may hold hyphens and begin with a digit. */
const STEP = /[A-Za-z0-9_-]+/y;
const NUMBER = /-?\d+(?:\.\d+)?/y;
const SPACE = /\s*/y;

/** Thrown and caught inside this module only; carries the issue. */
class TemplateFault {
  readonly issue: Issue;
  constructor(at: number, message: string, fix?: string) {
    const issue: Issue = { path: '', message: `${message} (character ${at + 1})` };
    this.issue = fix === undefined ? issue : { ...issue, fix };
  }
}

/** Recursive descent over one template; `at` moves forward only. */
class Reader {
  readonly text: string;
  at: number;

  constructor(text: string) {
    this.text = text;
    this.at = 0;
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  take(mark: string): boolean {
    this.match(SPACE);
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  expect(mark: string, where: string): void {
    if (!this.take(mark)) throw new TemplateFault(this.at, `"${mark}" is missing ${where}`);
  }

  quoted(quote: string): string {
    const start = this.at;
    const end = this.text.indexOf(quote, start);
    if (end < 0) throw new TemplateFault(start, `the closing ${quote} is missing`);
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  expression(depth: number): Expression {
    this.match(SPACE);
    const at = this.at;
    if (depth > MAX_DEPTH) throw new TemplateFault(at, `calls are nested deeper than ${MAX_DEPTH}`);
    for (const quote of ["'", '"'])
      if (this.take(quote)) return { kind: 'literal', value: this.quoted(quote), at };
    const number = this.match(NUMBER);
    if (number !== null) return { kind: 'literal', value: Number(number), at };
    const name = this.match(NAME);
    if (name === null) throw new TemplateFault(at, 'a field, a function or a value is missing');
    return this.take('(') ? this.call(name, at, depth) : this.field(name, at);
  }

  call(name: string, at: number, depth: number): Expression {
    const args: Expression[] = [];
    if (!this.take(')')) {
      do args.push(this.expression(depth + 1));
      while (this.take(','));
      this.expect(')', `after the arguments of ${name}`);
    }
    checkCall(name, args, at);
    return { kind: 'call', name, args, at };
  }

  field(root: string, at: number): Expression {
    const path = [root];
    for (;;) {
      if (this.text.startsWith('.', this.at)) {
        this.at += 1;
        const step = this.match(STEP);
        if (step === null) throw new TemplateFault(this.at, `a name is missing after "${path.join('.')}."`);
        path.push(step);
      } else if (this.take('[')) {
        const quote = ["'", '"'].find((mark) => this.take(mark));
        if (quote === undefined) throw new TemplateFault(this.at, 'a quoted name is missing after "["');
        path.push(this.quoted(quote));
        this.expect(']', 'after the quoted name');
      } else {
        break;
      }
    }
    if (!isKnownField(path))
      throw new TemplateFault(at, `unknown merge field ${path.join('.')}`, suggestField(path));
    return { kind: 'field', path, at };
  }
}

function checkCall(name: string, args: readonly Expression[], at: number): void {
  const known = ownValue(MERGE_FUNCTIONS, name);
  if (known === null) {
    const names = Object.keys(MERGE_FUNCTIONS);
    const near = nearest(name, names);
    const fix = near === null ? `Known functions: ${names.join(', ')}` : `Did you mean ${near}?`;
    throw new TemplateFault(at, `unknown function ${name}`, fix);
  }
  const [fewest, most] = known.arity;
  if (args.length < fewest || args.length > most)
    throw new TemplateFault(at, `${name} takes other arguments: ${known.usage.join(' or ')}`);
  for (const [index, rule] of Object.entries(known.literals ?? {})) {
    const arg = args[Number(index)];
    const refusal = arg === undefined ? null : checkLiteral(arg, rule, known.usage);
    if (arg !== undefined && refusal !== null)
      throw new TemplateFault(
        arg.at,
        `argument ${Number(index) + 1} of ${name} ${refusal.message}`,
        refusal.fix,
      );
  }
}

function readTemplate(text: string): Template {
  const parts: (string | Expression)[] = [];
  const reader = new Reader(text);
  while (reader.at < text.length) {
    const start = text.indexOf('{!', reader.at);
    if (start !== reader.at) parts.push(text.slice(reader.at, start < 0 ? text.length : start));
    if (start < 0) break;
    reader.at = start + 2;
    parts.push(reader.expression(0));
    reader.expect('}', 'at the end of the merge field');
  }
  return parts;
}

/**
 * Reads text with merge fields, `{!default(attributes.name, 'customer')}`. Unknown fields and functions, wrong
 * arguments and bad syntax come back as one issue that names the character. Never throws.
 */
export function parseTemplate(text: string): ParseResult<Template> {
  try {
    return { ok: true, value: readTemplate(text) };
  } catch (fault) {
    if (fault instanceof TemplateFault) return { ok: false, issues: [fault.issue] };
    throw fault;
  }
}
