import { compileClass } from '../compile/compile-class.ts';
import type { Problem } from '../compile/compile-class.ts';
import { CoveragePoints } from '../compile/coverage-points.ts';
import type { CoveragePoint } from '../compile/coverage-points.ts';
import type { Compiler } from '../compile/compiler.ts';
import { createCompiler } from '../compile/create-compiler.ts';
import type { Environment } from '../compile/environment.ts';
import { AGGREGATE_RESULT, recordType } from '../data/record-types.ts';
import type { ClassSource } from '../language/class-source.ts';
import { declareClass } from '../language/declare-class.ts';
import { declareMembers } from '../language/declare-members.ts';
import { defineExceptions } from '../language/exceptions.ts';
import { checkCycles, layOut, resolveParents } from '../language/layout.ts';
import type { TypeNames } from '../language/resolve-type.ts';
import { LibraryIndex } from '../library/lookup.ts';
import type { ApexSchema } from '../model/apex-org.ts';
import type { ClassModel } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import { TypeTable } from '../model/types.ts';
import { parseCached } from './source-cache.ts';
import { PLATFORM } from './platform.ts';

export interface ClassFile {
  /** As errors and coverage name it: `PacelineLedger.cls` or a path. */
  readonly file: string;
  readonly text: string;
}

export interface ProgramInput {
  readonly sources: readonly ClassFile[];
  readonly schema: ApexSchema;
  /** Where syntax trees are kept by the hash of their text; left out: they are not kept. */
  readonly cacheDir?: string;
}

/** Compiled classes. It never changes: transactions hold all state. */
export interface ApexProgram {
  readonly types: TypeTable;
  /** Top-level classes by lower-case name. */
  readonly classes: ReadonlyMap<string, ClassModel>;
  /** Statics of a transaction have as many places. */
  readonly classCount: number;
  readonly library: LibraryIndex;
  readonly schema: ApexSchema;
  readonly points: readonly CoveragePoint[];
  /** What is slow to make and depends on its key alone. */
  readonly memo: Map<string, unknown>;
}

/** The sources hold what the platform refuses or the runtime does not know: all of it, by file and line. */
export class ProgramRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.name = 'ProgramRefused';
    this.problems = problems;
  }
}

/** A program with what it was compiled from, so that single classes can be compiled again. */
export interface BuiltProgram {
  readonly program: ApexProgram;
  readonly compiler: Compiler;
  readonly classSources: readonly ClassSource[];
}

export function loadProgram(input: ProgramInput): ApexProgram {
  return buildProgram(input).program;
}

export function buildProgram({ sources, schema, cacheDir }: ProgramInput): BuiltProgram {
  const types = new TypeTable();
  for (const object of schema.objectNames()) recordType(types, object);
  recordType(types, AGGREGATE_RESULT);
  defineExceptions(types, PLATFORM.exceptions);
  const library = new LibraryIndex(PLATFORM, types);
  const classes = new Map<string, ClassModel>();
  const points = new CoveragePoints();
  const environment: Environment = { types, classes, library, schema, points };
  let classCount = 0;
  const declared = collect(sources, ({ file, text }) => {
    const source = declareClass(
      environment,
      parseCached(file, text, cacheDir ?? null),
      file,
      () => classCount++,
    );
    addClass(classes, source);
    return source;
  });
  prepare(environment, declared);
  const compiler = createCompiler(environment);
  refuseAny(declared.flatMap((source) => compileClass(compiler, source)));
  const program = { types, classes, classCount, library, schema, points: points.all, memo: new Map() };
  return { program, compiler, classSources: declared };
}

function addClass(classes: Map<string, ClassModel>, { model }: ClassSource): void {
  const key = model.name.toLowerCase();
  if (classes.has(key)) {
    throw new CompileError({ file: model.file, line: model.line }, `Duplicate class: ${model.name}`);
  }
  classes.set(key, model);
}

/** Each step needs the one before of all classes. */
function prepare(names: TypeNames, declared: readonly ClassSource[]): void {
  const steps: readonly ((source: ClassSource) => void)[] = [
    (source) => {
      resolveParents(names, source);
    },
    checkCycles,
    (source) => {
      declareMembers(names, source);
    },
    layOut,
  ];
  for (const step of steps) collect(declared, step);
}

/** Works on all, then refuses what any of them was refused for. */
function collect<Item, Result>(items: readonly Item[], work: (item: Item) => Result): readonly Result[] {
  const problems: Problem[] = [];
  const results: Result[] = [];
  for (const item of items) {
    try {
      results.push(work(item));
    } catch (error) {
      if (!(error instanceof CompileError) && !(error instanceof UnsupportedApex)) throw error;
      problems.push(error);
    }
  }
  refuseAny(problems);
  return results;
}

function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProgramRefused(problems);
}
