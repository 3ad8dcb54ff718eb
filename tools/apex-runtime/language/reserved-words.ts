/** Words that the platform refuses as names of variables, fields, parameters and methods (Apex Developer Guide, Reserved Keywords). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch ' +
    'char class collect commit const continue currency date datetime decimal default delete desc do double else end ' +
    'enum exception exit export extends false final finally float for from global goto group having hint if implements ' +
    'import in inner insert instanceof int integer interface into join like limit list long loop map merge new not null ' +
    'nulls number object of on or outer override package parallel pragma private protected public retrieve return ' +
    'rollback select set short sobject sort static string super switch synchronized system testmethod then this throw ' +
    'time transaction trigger true try undelete update upsert using virtual void webservice when where while'
  ).split(' '),
);

/** Methods may have these: the platform's own do. */
const ALLOWED_FOR_METHODS: ReadonlySet<string> = new Set([
  'activate',
  'commit',
  'delete',
  'insert',
  'limit',
  'rollback',
  'sort',
  'update',
]);

const MAX_CLASS_NAME = 255;

export type NamedThing = 'class' | 'method' | 'variable';

/** Why the platform refuses a name; null: it does not. */
export function nameProblem(name: string, thing: NamedThing): string | null {
  const word = name.toLowerCase();
  if (RESERVED.has(word) && !(thing === 'method' && ALLOWED_FOR_METHODS.has(word))) {
    return `Identifier name is reserved: ${name}`;
  }
  if (name.startsWith('_') || name.endsWith('_') || name.includes('__'))
    return `Invalid character in identifier: ${name}`;
  return name.length > MAX_CLASS_NAME ? `Identifier name is too long: ${name}` : null;
}
