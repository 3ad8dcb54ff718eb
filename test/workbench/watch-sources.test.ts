import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isSource, watchSources } from '../../workbench/server/watch-sources.ts';

function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

describe('watching the sources', () => {
  it('hears of edits, replaced files and new folders', async () => {
    const root = mkdtempSync(join(tmpdir(), 'watch-'));
    write(root, 'src/a.ts', '1');
    write(root, 'force-app/main/softphone/lwc/card/card.ts', '1');
    write(root, 'workbench/page/main.ts', '1');
    let wake = (): void => undefined;
    const stop = watchSources(root, () => wake());
    const heard: string[] = [];
    const after = async (what: string, edit: () => void): Promise<void> => {
      const burst = new Promise<void>((resolve) => (wake = resolve));
      edit();
      await burst;
      heard.push(what);
    };
    await after('an edit', () => write(root, 'src/a.ts', '2'));
    await after('a replaced file', () => {
      write(root, 'src/.a.ts.new', '3');
      renameSync(join(root, 'src/.a.ts.new'), join(root, 'src/a.ts'));
    });
    await after('an edit of the replaced file', () => write(root, 'src/a.ts', '4'));
    await after('a new folder', () => write(root, 'force-app/main/softphone/lwc/fresh/fresh.ts', '1'));
    await after('an edit in the new folder', () =>
      write(root, 'force-app/main/softphone/lwc/fresh/fresh.ts', '2'),
    );
    stop();
    rmSync(root, { recursive: true });
    expect(heard).toEqual([
      'an edit',
      'a replaced file',
      'an edit of the replaced file',
      'a new folder',
      'an edit in the new folder',
    ]);
  });

  const paths: [path: string, isSource: boolean][] = [
    ['/src/contact/diff.ts', true],
    ['/force-app/main/softphone/lwc/card/card.html', true],
    ['/force-app/main/softphone/lwc/card/card.js', false],
    ['/force-app/main/softphone/lwc/card/__tests__/card.test.ts', false],
    ['/force-app/main/softphone/staticresources/pacelineStreams.js', false],
    ['/src/.a.ts.swp', false],
    ['/src/a.ts~', false],
  ];
  it.each(paths)('%s is a source: %s', (path, expected) => {
    expect(isSource(path)).toBe(expected);
  });
});
