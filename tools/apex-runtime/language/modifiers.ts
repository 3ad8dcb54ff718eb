import type { Annotation, Sharing, Visibility } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import type { Modifiers } from './declaration-ast.ts';

/** Modifiers of a class or member as the model has them. */
export interface ReadModifiers {
  readonly visibility: Visibility | null;
  readonly sharing: Sharing;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isTestVisible: boolean;
  readonly isTest: boolean;
  readonly annotations: readonly Annotation[];
}

const SHARING: Readonly<Record<string, Sharing>> = {
  'with sharing': 'with',
  'without sharing': 'without',
  'inherited sharing': 'inherited',
};

/** Annotations that the runtime acts on or that change nothing in it. */
const KNOWN_ANNOTATIONS: ReadonlySet<string> = new Set([
  'auraenabled',
  'deprecated',
  'future',
  'invocablemethod',
  'invocablevariable',
  'istest',
  'jsonaccess',
  'namespaceaccessible',
  'suppresswarnings',
  'testsetup',
  'testvisible',
]);

export function readModelModifiers(modifiers: Modifiers, file: string, line: number): ReadModifiers {
  const { words } = modifiers;
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  if (repeated !== undefined) throw new CompileError({ file, line }, `Duplicate modifier: ${repeated}`);
  const annotations = modifiers.annotations.map(({ name, values, line: at }) => {
    if (!KNOWN_ANNOTATIONS.has(name.toLowerCase()))
      throw new UnsupportedApex(`the annotation @${name}`, { file, line: at });
    return {
      name: name.toLowerCase(),
      values: new Map(values.map(([key, text]) => [key.toLowerCase(), text])),
    };
  });
  const has = (name: string): boolean => annotations.some((annotation) => annotation.name === name);
  return {
    visibility: visibilityOf(words),
    sharing: SHARING[words.find((word) => SHARING[word] !== undefined) ?? ''] ?? 'unspecified',
    isStatic: words.includes('static'),
    isAbstract: words.includes('abstract'),
    isVirtual: words.includes('virtual'),
    isOverride: words.includes('override'),
    isFinal: words.includes('final'),
    isTransient: words.includes('transient'),
    isTestVisible: has('testvisible'),
    isTest: has('istest') || words.includes('testmethod'),
    annotations,
  };
}

function visibilityOf(words: readonly string[]): Visibility | null {
  if (words.includes('global') || words.includes('public') || words.includes('webservice')) return 'public';
  if (words.includes('protected')) return 'protected';
  return words.includes('private') ? 'private' : null;
}
