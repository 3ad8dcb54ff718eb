import { emitLwcScript } from '../../../scripts/build/lwc-scripts.ts';
import type { Checker } from '../lib/checker.ts';
import { bundleFile, listBundles } from '../lib/lwc/bundles.ts';
import type { Bundle } from '../lib/lwc/bundles.ts';
import { compileBundles } from '../lib/lwc/compile-bundles.ts';
import { readComponentClass } from '../lib/lwc/component-class.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

const NOTE = 3;
const BUILD = 'Run "npm run build".';

/** The platform reads only .js: a bundle without its script deploys as an empty component, without a word. */
function builtProblems(project: Project, bundle: Bundle): Problem[] {
  const emitted = bundle.files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .flatMap((name): Problem[] => {
      const file = `${bundle.folder}/${name}`;
      const script = bundleFile(bundle, name.replace(/\.ts$/, '.js'));
      if (script === null) return [{ file, line: 1, message: `has no .js beside it. ${BUILD}` }];
      const current = emitLwcScript(project.read(file), file) === project.read(script);
      return current ? [] : [{ file: script, line: 1, message: `is older than its .ts. ${BUILD}` }];
    });
  const main = bundleFile(bundle, `${bundle.name}.js`);
  const template = bundleFile(bundle, `${bundle.name}.html`);
  if (main === null && template === null && emitted.length === 0) {
    const message = `the bundle has neither ${bundle.name}.js nor ${bundle.name}.html. ${BUILD}`;
    emitted.push({ file: `${bundle.folder}/${bundle.name}.js`, line: 1, message });
  }
  if (main !== null && template !== null && readComponentClass(project.read(main), main) === null) {
    emitted.push({ file: main, line: 1, message: 'has a template but exports no class by default' });
  }
  return emitted;
}

export const lwcCompile: Checker = {
  name: 'lwc-compile',
  about: "components through the platform's compiler, API 65 with Lightning Web Security",
  run: async (project) => [
    ...listBundles(project).flatMap((bundle) =>
      project.ofFile('built', bundle.folder, () => builtProblems(project, bundle)),
    ),
    ...(await compileBundles(project)).flatMap(({ bundle, diagnostics }) =>
      diagnostics
        .filter(({ level }) => level < NOTE)
        .map(({ message, filename, location }) => ({
          file: `${bundle.folder}/${filename ?? `${bundle.name}.js`}`,
          line: location?.line ?? 1,
          message,
        })),
    ),
  ],
};
