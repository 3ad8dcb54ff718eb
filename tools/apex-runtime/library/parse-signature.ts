/** One member of a library type as its signature says it. */
export interface MemberText {
  readonly kind: 'method' | 'constructor' | 'property' | 'setter';
  readonly name: string;
  readonly isStatic: boolean;
  readonly parameters: readonly string[];
  /** `void` for setters; empty for constructors. */
  readonly result: string;
}

/** Splits at commas that stand outside of `<>`. */
export function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  const last = text.slice(from).trim();
  return last === '' ? parts : [...parts, last];
}

const METHOD = /^(static )?(\w+)\((.*)\):(.+)$/;
const CONSTRUCTOR = /^new\((.*)\)$/;
const PROPERTY = /^(static )?(property|set) (\w+):(.+)$/;

/** Null for text that is no signature. */
export function parseSignature(text: string): MemberText | null {
  const constructor = CONSTRUCTOR.exec(text);
  if (constructor !== null)
    return {
      kind: 'constructor',
      name: 'new',
      isStatic: true,
      parameters: splitTypes(constructor[1] ?? ''),
      result: '',
    };
  const property = PROPERTY.exec(text);
  if (property !== null) {
    const [, isStatic, word, name = '', type = ''] = property;
    return word === 'set'
      ? { kind: 'setter', name, isStatic: isStatic !== undefined, parameters: [type], result: 'void' }
      : { kind: 'property', name, isStatic: isStatic !== undefined, parameters: [], result: type };
  }
  const method = METHOD.exec(text);
  if (method === null) return null;
  const [, isStatic, name = '', parameters = '', result = ''] = method;
  return {
    kind: 'method',
    name,
    isStatic: isStatic !== undefined,
    parameters: splitTypes(parameters),
    result,
  };
}
