import { ProgramRefused, loadProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexSchema } from '../../tools/apex-runtime/model/apex-org.ts';
import { readApexSources } from './apex-sources.ts';

/** The compiled classes of a package; orgs that live side by side share them. */
export interface ApexCode {
  /** Compiled when first asked for. Throws `ProgramRefused` with what is wrong with the classes. */
  program(): ApexProgram;
  /** Reads the sources again; the last good program stays in use while the new one is refused. */
  reload(): ProgramRefused | null;
}

/** Requests and jobs run no test classes. */
const isTest = (text: string): boolean => /^@IsTest\b/im.test(text.split(/^.*\bclass\b/m)[0] ?? '');

export function createApexCode(folders: readonly string[], schema: ApexSchema, cacheDir: string): ApexCode {
  let loaded: ApexProgram | null = null;
  const load = (): ApexProgram =>
    loadProgram({
      sources: readApexSources(folders).filter(({ text }) => !isTest(text)),
      schema,
      cacheDir,
    });
  return {
    program() {
      loaded ??= load();
      return loaded;
    },
    reload() {
      try {
        loaded = load();
        return null;
      } catch (error) {
        if (error instanceof ProgramRefused) return error;
        throw error;
      }
    },
  };
}
