import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';

/** A library that stays outside: imports of `specifier` become imports of `./<file>`. */
interface OutsideLibrary {
  readonly file: string;
  readonly specifier: RegExp;
}

interface CoreChunks {
  readonly chunks: readonly { readonly name: string; readonly code: string }[];
  /** `./<file>` of each library that the core uses, to the specifier that it was imported by. */
  readonly specifiers: ReadonlyMap<string, string>;
}

const TARGET = 'es2021';

/** Folders of src/ that become a file of their own; every other one goes into `pacelineCore.js`. */
const CHUNK_OF_FOLDER: Readonly<Record<string, string>> = {
  'errors.ts': 'foundation',
  catalog: 'foundation',
  model: 'foundation',
  contact: 'contact',
  rules: 'rules',
  dispatch: 'dispatch',
};

/**
 * The core as a few readable ES modules, cut along its layers because no file of a Lightning web component may hold
 * all of it. The names of the files do not depend on their content.
 */
export async function splitCore(
  sourceDir: string,
  entry: string,
  libraries: readonly OutsideLibrary[],
): Promise<CoreChunks> {
  const specifiers = new Map<string, string>();
  const bundle = await rollup({
    input: { pacelineCore: entry },
    makeAbsoluteExternalsRelative: false,
    onwarn(warning) {
      if (warning.code !== 'EMPTY_BUNDLE') throw new Error(warning.message);
    },
    plugins: [
      {
        name: 'core-sources',
        resolveId(id, importer) {
          const library = libraries.find(({ specifier }) => specifier.test(id));
          if (library !== undefined) {
            specifiers.set(`./${library.file}`, id);
            return { id: `./${library.file}`, external: true };
          }
          if (importer === undefined) return id;
          if (id.startsWith('.')) return resolve(dirname(importer), id);
          throw new Error(
            `${relative(sourceDir, importer)} imports ${id}, which the LWC build does not know.`,
          );
        },
        async load(id) {
          const { code } = await transform(readFileSync(id, 'utf8'), {
            loader: 'ts',
            target: TARGET,
            sourcefile: id,
            charset: 'utf8',
          });
          return code;
        },
      },
    ],
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minifyInternalExports: false,
    hoistTransitiveImports: false,
    manualChunks: (id) => CHUNK_OF_FOLDER[relative(sourceDir, id).split(sep)[0] ?? ''],
  });
  await bundle.close();
  const chunks = output.flatMap((file) =>
    file.type === 'chunk'
      ? [{ name: file.fileName, code: file.code.replace(/((?:from|import) '\.\/\w+)\.js'/g, "$1'") }]
      : [],
  );
  return { chunks, specifiers };
}
