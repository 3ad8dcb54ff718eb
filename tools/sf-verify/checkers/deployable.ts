import { relative } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

/** Files that go with components without being deployed: TypeScript sources and documentation. */
const COMPANION = /\.(md|ts|json)$/;
const NEVER_DEPLOYED = /\.ts$|\/__tests__\//;

interface Resolved {
  readonly problems: readonly Problem[];
  readonly components: readonly SourceComponent[];
}

/** A folder would be refused as a whole at its first foreign file; one by one, all of them come out. */
function resolveFiles(project: Project, folder: string): Resolved {
  const problems: Problem[] = [];
  const components = new Map<string, SourceComponent>();
  const files = project.files.filter((file) => file.startsWith(`${folder}/`) && !COMPANION.test(file));
  for (const file of files) {
    try {
      const found = ComponentSet.fromSource(project.absolute(file)).getSourceComponents().toArray();
      for (const component of found)
        components.set(`${component.type.name} ${component.fullName}`, component);
      if (found.length === 0) {
        problems.push({ file, line: 1, message: 'is ignored by .forceignore: it would not be deployed' });
      }
    } catch (error) {
      const message = (error as Error).message.replaceAll(`${project.root}/`, '');
      problems.push({ file, line: 1, message: `source-deploy-retrieve: ${message}` });
    }
  }
  return { problems, components: [...components.values()] };
}

function checkComponent(project: Project, component: SourceComponent): Problem[] {
  const fileOf = (path: string): string => relative(project.root, path).split('\\').join('/');
  const content = component.content === undefined ? [] : component.walkContent().map(fileOf);
  const [first] = content;
  return [
    ...(component.xml === undefined && first !== undefined
      ? [
          {
            file: first,
            line: 1,
            message: `the ${component.type.name} has no -meta.xml: it cannot be deployed`,
          },
        ]
      : []),
    ...content
      .filter((file) => NEVER_DEPLOYED.test(file))
      .map((file) => ({ file, line: 1, message: 'would be deployed: add its kind to .forceignore' })),
  ];
}

/** Builds the zip that a deploy would send, in memory. */
async function checkZip(project: Project, folder: string): Promise<Problem[]> {
  const place = { file: folder, line: 1 };
  try {
    const set = ComponentSet.fromSource(project.absolute(folder));
    const { zipBuffer } = await new MetadataConverter().convert(set, 'metadata', { type: 'zip' });
    const isEmpty = zipBuffer === undefined || zipBuffer.length === 0;
    return isEmpty ? [{ ...place, message: 'source-deploy-retrieve builds an empty zip' }] : [];
  } catch (error) {
    return [{ ...place, message: `source-deploy-retrieve builds no zip: ${(error as Error).message}` }];
  }
}

export const deployable: Checker = {
  name: 'deployable',
  about: 'source-deploy-retrieve recognises every file and builds the zip',
  readsDisk: true,
  run: async (project) => {
    const problems: Problem[] = [];
    for (const folder of project.folders.filter((name) => !name.startsWith('config'))) {
      const resolved = resolveFiles(project, folder);
      problems.push(
        ...resolved.problems,
        ...resolved.components.flatMap((component) => checkComponent(project, component)),
        ...(resolved.problems.length === 0 ? await checkZip(project, folder) : []),
      );
    }
    return problems;
  },
};
