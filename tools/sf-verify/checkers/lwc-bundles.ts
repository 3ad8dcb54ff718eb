import type { Checker } from '../lib/checker.ts';
import { bundleFile, listBundles } from '../lib/lwc/bundles.ts';
import type { Bundle } from '../lib/lwc/bundles.ts';
import { readComponentClass } from '../lib/lwc/component-class.ts';
import { checkTargets } from '../lib/lwc/targets.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { loadSchema } from '../lib/schema/schema.ts';
import type { Schema } from '../lib/schema/schema.ts';
import { childOf, childrenOf, textOf } from '../lib/xml.ts';

/** The platform refuses 131,072 bytes; a margin is kept for line ends and banners. */
const MOST_BYTES = 128_000;
/** How the platform names components. */
const NAME = /^[a-z][A-Za-z0-9_]{0,39}$/;

function sizeProblems(project: Project, bundle: Bundle): Problem[] {
  return bundle.files
    .filter((name) => /\.(js|html|css|svg)$/.test(name))
    .map((name) => `${bundle.folder}/${name}`)
    .filter((file) => project.bytes(file) >= MOST_BYTES)
    .map((file) => ({
      file,
      line: 1,
      message: `${project.bytes(file)} bytes, must be below ${MOST_BYTES} (the platform refuses 131,072). Split it.`,
    }));
}

function configProblems(project: Project, bundle: Bundle, file: string): Problem[] {
  const meta = project.xml(file);
  if (meta === null) return [];
  const script = bundleFile(bundle, `${bundle.name}.js`);
  const api = script === null ? undefined : readComponentClass(project.read(script), script)?.api;
  const targets = childOf(meta, 'targets');
  const declared = new Set(
    targets === undefined ? [] : childrenOf(targets, 'target').map(({ text }) => text.trim()),
  );
  const problems: Problem[] = [];
  if (declared.size > 0 && textOf(meta, 'isExposed') !== 'true') {
    problems.push({
      file,
      line: targets?.line ?? 1,
      message: 'has targets but isExposed is not true: no builder shows it',
    });
  }
  for (const config of childrenOf(childOf(meta, 'targetConfigs') ?? meta, 'targetConfig')) {
    for (const target of (config.attributes['targets'] ?? '').split(',').map((name) => name.trim())) {
      if (!declared.has(target)) {
        problems.push({
          file,
          line: config.line,
          message: `targetConfig for ${target}, not one of the targets`,
        });
      }
    }
    for (const property of childrenOf(config, 'property')) {
      const name = property.attributes['name'] ?? '';
      if (api?.has(name) !== true) {
        problems.push({
          file,
          line: property.line,
          message: `property ${name}: the class has no @api ${name}`,
        });
      }
    }
  }
  return problems;
}

function targetProblems(project: Project, schema: Schema, file: string): Problem[] {
  const meta = project.xml(file);
  const problems: Problem[] = [];
  if (meta === null) return [];
  checkTargets(schema, meta, ({ line }, message) => problems.push({ file, line, message }));
  const exposed = textOf(meta, 'isExposed') === 'true';
  const hasTargets = childOf(meta, 'targets') !== undefined;
  if (exposed && (textOf(meta, 'masterLabel') ?? '') === '') {
    problems.push({
      file,
      line: meta.line,
      message: 'is exposed: add <masterLabel>, the name in the builder',
    });
  }
  if (exposed && !hasTargets) {
    problems.push({ file, line: meta.line, message: 'is exposed and has no targets: no builder shows it' });
  }
  return problems;
}

function checkBundle(project: Project, schema: Schema, bundle: Bundle): Problem[] {
  const expected = `${bundle.name}.js-meta.xml`;
  const meta = bundleFile(bundle, expected);
  const place = { file: `${bundle.folder}/${expected}`, line: 1 };
  return [
    ...(meta === null ? [{ ...place, message: 'is missing: the component would not be deployed' }] : []),
    ...(NAME.test(bundle.name)
      ? []
      : [
          {
            ...place,
            message: `the name ${bundle.name} must be a lower-case letter, then letters or digits`,
          },
        ]),
    ...sizeProblems(project, bundle),
    ...(meta === null ? [] : configProblems(project, bundle, meta)),
    ...(meta === null ? [] : targetProblems(project, schema, meta)),
  ];
}

export const lwcBundles: Checker = {
  name: 'lwc-bundles',
  about: 'component configuration, targets against @api, file sizes',
  run: async (project) => {
    const schema = await loadSchema(project);
    return listBundles(project).flatMap((bundle) => checkBundle(project, schema, bundle));
  },
};
