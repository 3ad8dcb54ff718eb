import { ProgramRefused, loadProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexSchema } from '../../tools/apex-runtime/model/apex-org.ts';
import { readApexSources } from './apex-sources.ts';
import type { ApexSource } from './apex-sources.ts';

export type ApexReload =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'reloaded' }
  /** What is wrong, by file and line. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** The compiled classes of a package; orgs that live side by side share them. */
export interface ApexCode {
  /** Compiled when first asked for. Throws `ProgramRefused` with what is wrong with the classes. */
  program(): ApexProgram;
  /** Reads the sources again; the last good program stays in use while a new one is refused. */
  reload(): ApexReload;
}

interface Loaded {
  readonly sources: readonly ApexSource[];
  readonly program: ApexProgram;
}

/** Requests and jobs run no test classes. */
const isTest = (text: string): boolean => /^@IsTest\b/im.test(text.split(/^.*\bclass\b/m)[0] ?? '');

function isSame(left: readonly ApexSource[], right: readonly ApexSource[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ file, text }, index) => file === right[index]?.file && text === right[index].text)
  );
}

export function createApexCode(folders: readonly string[], schema: ApexSchema, cacheDir: string): ApexCode {
  let loaded: Loaded | null = null;
  const readSources = (): readonly ApexSource[] =>
    readApexSources(folders).filter(({ text }) => !isTest(text));
  const load = (sources: readonly ApexSource[]): Loaded => {
    loaded = { sources, program: loadProgram({ sources, schema, cacheDir }) };
    return loaded;
  };
  return {
    program: () => (loaded ?? load(readSources())).program,
    reload() {
      const sources = readSources();
      if (loaded !== null && isSame(loaded.sources, sources)) return { kind: 'unchanged' };
      try {
        load(sources);
        return { kind: 'reloaded' };
      } catch (error) {
        if (!(error instanceof ProgramRefused)) throw error;
        return { kind: 'refused', problems: error.problems.map(({ message }) => message) };
      }
    },
  };
}
