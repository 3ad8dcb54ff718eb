import type { Member, TypeDeclaration } from '../../../tools/apex-runtime/language/declaration-ast.ts';
import { parseClass } from '../../../tools/apex-runtime/language/parse-class.ts';

/** What stands in a case's own class, when it becomes part of the test class of its area. */
export interface HoistedClass {
  /** The members, without the class around them. */
  readonly members: string;
  /** Gives a text, as an expectation, the names that the members have now. */
  rename(text: string): string;
}

const HEADER = /^public (?:with sharing )?class ConformanceCase \{\n([\s\S]*)\}\s*$/;
const TOKEN = /'(?:[^'\\]|\\.)*'|\.?\b[A-Za-z_]\w*\b/g;
const OWN_TYPE = /\bConformanceCase(?:\.(\w+))?/gi;

function namesOf(member: Member): readonly string[] {
  switch (member.kind) {
    case 'type':
      return [member.declaration.name];
    case 'field':
      return member.variables.map(({ name }) => name);
    case 'method':
      return member.isConstructor ? [] : [member.name];
    case 'property':
      return [member.name];
    case 'initializer':
      return [];
  }
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function newNames(declaration: TypeDeclaration, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    declaration.members.flatMap((member) =>
      namesOf(member).map((name) => [
        name.toLowerCase(),
        `${member.kind === 'type' ? capital(prefix) : prefix}${capital(name)}`,
      ]),
    ),
  );
}

/** Null: the class says more of itself than the test class can say for it, or has what a test class cannot have. */
export function hoistClass(apex: string, prefix: string, className: string): HoistedClass | null {
  const [, body] = HEADER.exec(apex) ?? [];
  if (body === undefined) return null;
  const declaration = parseClass('case.apex', apex);
  if (declaration.members.some(({ kind }) => kind === 'initializer')) return null;
  const names = newNames(declaration, prefix);
  const inner = new Set(
    declaration.members
      .flatMap((member) => (member.kind === 'type' ? member.declaration.members.flatMap(namesOf) : []))
      .map((name) => name.toLowerCase()),
  );
  const rename = (text: string): string =>
    text.replace(OWN_TYPE, (_whole, name?: string) =>
      name === undefined ? className : `${className}.${names.get(name.toLowerCase()) ?? name}`,
    );
  const members = body.replace(TOKEN, (token) => {
    if (token.startsWith("'")) return rename(token);
    const isMember = token.startsWith('.');
    const name = isMember ? token.slice(1) : token;
    if (name.toLowerCase() === 'conformancecase') return className;
    const renamed = names.get(name.toLowerCase());
    // `list.size()` is not the `size()` of the case, unless a class of the case has one of that name.
    if (renamed === undefined || (isMember && !inner.has(name.toLowerCase()))) return token;
    return `${isMember ? '.' : ''}${renamed}`;
  });
  return { members, rename };
}
