import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ProjectVersions {
  /** Version of package.json: three numbers. */
  readonly version: string;
  /** The `sourceApiVersion` of sfdx-project.json. */
  readonly apiVersion: string;
  readonly problems: readonly string[];
}

interface SfdxProject {
  readonly sourceApiVersion: string;
  readonly packageDirectories: readonly {
    readonly path: string;
    readonly package?: string;
    readonly versionNumber?: string;
  }[];
}

const read = <T>(root: string, name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;

/** The one version of this repository, as its two project files tell it; they must agree. */
export function projectVersions(root: string): ProjectVersions {
  const { version } = read<{ version: string }>(root, 'package.json');
  const { sourceApiVersion, packageDirectories } = read<SfdxProject>(root, 'sfdx-project.json');
  const packaged = packageDirectories.filter((directory) => directory.package !== undefined);
  const problems = packaged
    .filter(({ versionNumber }) => versionNumber !== `${version}.NEXT`)
    .map(
      ({ path, versionNumber }) =>
        `sfdx-project.json: ${path} has versionNumber ${versionNumber ?? '(none)'}, but package.json has ${version}; write ${version}.NEXT.`,
    );
  if (packaged.length === 0) {
    problems.push(
      'sfdx-project.json: no package directory has a package; force-app needs "package": "Paceline".',
    );
  }
  return { version, apiVersion: sourceApiVersion, problems };
}
