import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectVersions } from '../../scripts/package/versions.ts';

describe('the version of the package', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'versions-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function project(version: string, ...packageDirectories: object[]): void {
    writeFileSync(join(root, 'package.json'), JSON.stringify({ version }));
    writeFileSync(
      join(root, 'sfdx-project.json'),
      JSON.stringify({ sourceApiVersion: '65.0', packageDirectories }),
    );
  }

  it('is the same in both project files of this repository', () => {
    expect(projectVersions(resolve(__dirname, '../..')).problems).toEqual([]);
  });

  it('is taken from package.json, the API version from sfdx-project.json', () => {
    project('1.2.3', { path: 'force-app', package: 'P', versionNumber: '1.2.3.NEXT' }, { path: 'demo-app' });
    expect(projectVersions(root)).toEqual({ version: '1.2.3', apiVersion: '65.0', problems: [] });
  });

  it('is refused when a package directory has another one, or none', () => {
    project(
      '1.2.3',
      { path: 'force-app', package: 'P', versionNumber: '1.2.2.NEXT' },
      { path: 'more', package: 'Q' },
    );
    expect(projectVersions(root).problems).toEqual([
      'sfdx-project.json: force-app has versionNumber 1.2.2.NEXT, but package.json has 1.2.3; write 1.2.3.NEXT.',
      'sfdx-project.json: more has versionNumber (none), but package.json has 1.2.3; write 1.2.3.NEXT.',
    ]);
  });

  it('is refused when nothing is packaged', () => {
    project('1.2.3', { path: 'force-app' });
    expect(projectVersions(root).problems).toEqual([
      'sfdx-project.json: no package directory has a package; force-app needs "package": "Paceline".',
    ]);
  });
});
