import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createPackageBuilder } from '../../scripts/build/build-package.ts';
import { readStreams } from '../../scripts/build/streams-resource.ts';
import { staleFiles } from '../../scripts/package/stale-files.ts';

const ROOT = resolve(__dirname, '../..');
const CARD = 'force-app/main/softphone/lwc/card';
const CORE = 'force-app/main/softphone/lwc/pacelineCore';
const STREAMS = 'force-app/main/softphone/staticresources/pacelineStreams.js';

describe('a tree that is packaged', () => {
  let root: string;

  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'stale-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    cpSync(join(ROOT, '.forceignore'), join(root, '.forceignore'));
    write('src/lwc-core.ts', 'export const answer: number = 42;\n');
    write(`${CARD}/card.ts`, 'export const size: number = 1;\n');
    write(`${CARD}/__tests__/card.test.ts`, 'export {};\n');
    mkdirSync(join(root, 'scripts/build'), { recursive: true });
    await createPackageBuilder(root).build();
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('is fresh after a build, whatever the times of its files', async () => {
    utimesSync(join(root, `${CARD}/card.js`), 0, 0);
    expect(await staleFiles(root)).toEqual([]);
  });

  it('is stale when a component was changed after the build', async () => {
    write(`${CARD}/card.ts`, 'export const size: number = 2;\n');
    expect(await staleFiles(root)).toEqual([`${CARD}/card.js is not what ${CARD}/card.ts gives`]);
  });

  it('is stale when a component was never built', async () => {
    write(`${CARD}/help.ts`, 'export {};\n');
    expect(await staleFiles(root)).toEqual([`${CARD}/help.js is missing (from ${CARD}/help.ts)`]);
  });

  it('is stale when a script outlived its source', async () => {
    rmSync(join(root, `${CARD}/card.ts`));
    expect(await staleFiles(root)).toEqual([`${CARD}/card.js has no source; delete it`]);
  });

  it('is stale when the core was changed after the build', async () => {
    write('src/lwc-core.ts', 'export const answer: number = 43;\n');
    expect(await staleFiles(root)).toEqual([`${CORE}/pacelineCore.js is not what src gives`]);
  });

  it('is stale when Streams was edited or is missing', async () => {
    write(STREAMS, 'edited');
    const { record } = readStreams(ROOT);
    const source = `amazon-connect-streams ${record.version}`;
    expect(await staleFiles(root)).toEqual([`${STREAMS} is not what ${source} gives`]);
    rmSync(join(root, STREAMS));
    expect(await staleFiles(root)).toEqual([`${STREAMS} is missing (from ${source})`]);
  });
});
