import { relative } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

/** Files that go with a component without being one: its tests, TypeScript sources and documentation. */
const COMPANION = /\.(md|ts|json)$/;

function unknownFiles(project: Project, folder: string, known: ReadonlySet<string>): Problem[] {
  return project.files
    .filter((file) => file.startsWith(`${folder}/`) && !COMPANION.test(file) && !known.has(file))
    .map((file) => ({
      file,
      line: 1,
      message: 'belongs to no metadata component: it would not be deployed',
    }));
}

/** Builds the zip that a deploy would send, in memory. */
async function checkFolder(project: Project, folder: string): Promise<Problem[]> {
  const place = { file: folder, line: 1 };
  let set: ComponentSet;
  try {
    set = ComponentSet.fromSource(project.absolute(folder));
  } catch (error) {
    return [
      {
        ...place,
        message: `source-deploy-retrieve: ${(error as Error).message.replaceAll(`${project.root}/`, '')}`,
      },
    ];
  }
  const components = set.getSourceComponents().toArray();
  if (components.length === 0) return [{ ...place, message: 'holds no metadata component' }];
  const paths = components.flatMap((component) => [component.xml ?? [], ...component.walkContent()].flat());
  const known = new Set(paths.map((path) => relative(project.root, path).split('\\').join('/')));
  const problems = unknownFiles(project, folder, known);
  try {
    const { zipBuffer } = await new MetadataConverter().convert(set, 'metadata', { type: 'zip' });
    if (zipBuffer === undefined || zipBuffer.length === 0)
      problems.push({ ...place, message: 'the zip is empty' });
  } catch (error) {
    problems.push({ ...place, message: `source-deploy-retrieve builds no zip: ${(error as Error).message}` });
  }
  return problems;
}

export const deployable: Checker = {
  name: 'deployable',
  about: 'source-deploy-retrieve recognises every file and builds the zip',
  run: async (project) => {
    const problems: Problem[] = [];
    for (const folder of project.folders.filter((name) => !name.startsWith('config'))) {
      problems.push(...(await checkFolder(project, folder)));
    }
    return problems;
  },
};
