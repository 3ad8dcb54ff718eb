import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of tools/sf-verify. */
export const HERE = join(import.meta.dirname, '..');

/** Java libraries of Code Analyzer's PMD engine: PMD, apex-ls, and the platform's types for API 65. */
export const JAVA_LIBRARIES = join(HERE, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib');

/** Path of the one library whose file name begins with `prefix`. */
export function javaLibrary(prefix: string): string {
  const name = readdirSync(JAVA_LIBRARIES).find((file) => file.startsWith(prefix) && file.endsWith('.jar'));
  if (name === undefined)
    throw new Error(`${JAVA_LIBRARIES} has no ${prefix}*.jar. Run "npm ci" in ${HERE}.`);
  return join(JAVA_LIBRARIES, name);
}
