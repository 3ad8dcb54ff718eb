import type { ClassSource } from '../../../tools/apex-runtime/language/class-source.ts';
import type { Sharing } from '../../../tools/apex-runtime/model/class-model.ts';
import { expressionMutants } from './expression-mutants.ts';
import type { Change, Mutant, TreeNode } from './mutant.ts';
import { conditionMutants, queryMutants } from './query-mutants.ts';
import { statementMutants } from './statement-mutants.ts';

const STATEMENTS: ReadonlySet<unknown> = new Set([
  ...[
    'local',
    'expression',
    'if',
    'while',
    'do-while',
    'for',
    'for-each',
    'return',
    'throw',
    'break',
    'continue',
  ],
  ...['try', 'switch', 'dml', 'merge', 'run-as'],
]);
const CONDITIONS: ReadonlySet<unknown> = new Set(['and', 'or', 'comparison']);
const OTHER_SHARING: Readonly<Partial<Record<Sharing, Sharing>>> = {
  with: 'without',
  without: 'with',
  inherited: 'without',
};

interface Place {
  readonly source: ClassSource;
  readonly line: number;
  readonly statementLine: number | null;
  /** The node is all there is of a statement: `list.clear();`. */
  readonly isStatement: boolean;
}

function changesAt(node: TreeNode, place: Place): readonly Change[] {
  const { kind } = node;
  if ('select' in node && 'from' in node) return queryMutants(node);
  if ('returning' in node) return queryMutants({ for: [], orderBy: [], ...node });
  if (CONDITIONS.has(kind)) return conditionMutants(node);
  if (STATEMENTS.has(kind)) return statementMutants(node);
  return expressionMutants(node, place.isStatement);
}

/** Annotations, types and inner classes hold nothing to change; inner classes are looked at by themselves. */
const isSkipped = (key: string, value: TreeNode): boolean =>
  key === 'modifiers' || key === 'type' || value['kind'] === 'type';

function* walk(node: TreeNode, at: Place): Generator<Mutant> {
  const line = typeof node['line'] === 'number' ? node['line'] : at.line;
  const isStatement = STATEMENTS.has(node['kind']);
  const place: Place = { ...at, line, statementLine: isStatement ? line : at.statementLine };
  const { source } = place;
  for (const each of changesAt(node, place)) {
    yield { ...each, file: source.model.file, line, statementLine: place.statementLine, source };
  }
  for (const [key, value] of Object.entries(node)) {
    for (const child of [value].flat(2) as unknown[]) {
      if (typeof child !== 'object' || child === null || isSkipped(key, child as TreeNode)) continue;
      yield* walk(child as TreeNode, { ...place, isStatement: node['kind'] === 'expression' });
    }
  }
}

/** User mode enforces sharing whatever a class says, and a class that reads and writes nothing shares nothing. */
function isSharingOfEffect({ declaration }: ClassSource): boolean {
  const ownMembers = declaration.members.filter(({ kind }) => kind !== 'type');
  return /"with":"system"|"mode":"system"|"SYSTEM_MODE"/.test(JSON.stringify(ownMembers));
}

function sharingMutants(source: ClassSource, top: ClassSource): readonly Mutant[] {
  const { model } = source;
  const before = model.sharing;
  const other = OTHER_SHARING[before];
  if (other === undefined || model.kind !== 'class' || !isSharingOfEffect(source)) return [];
  const apply = (): (() => void) => {
    model.sharing = other;
    return () => {
      model.sharing = before;
    };
  };
  const what = `${before} sharing becomes ${other} sharing`;
  return [{ what, apply, file: model.file, line: model.line, statementLine: null, source: top }];
}

function mutantsOf(source: ClassSource, top: ClassSource): readonly Mutant[] {
  const start: Place = { source: top, line: source.model.line, statementLine: null, isStatement: false };
  const members = source.declaration.members.flatMap((member) => [
    ...(member.kind === 'type' ? [] : walk(member as unknown as TreeNode, start)),
  ]);
  const inner = source.inner.flatMap((each) => mutantsOf(each, top));
  return [...sharingMutants(source, top), ...members, ...inner];
}

/** Every change there is, in the order of the files. */
export function findMutants(sources: readonly ClassSource[]): readonly Mutant[] {
  return sources.flatMap((source) => mutantsOf(source, source));
}
