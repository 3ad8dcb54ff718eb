import { readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { Stop } from '../../src/model/ports.ts';

const WATCHED = ['src', 'force-app/main', 'workbench'];
const QUIET_MS = 60;
const IGNORED = /(^|[\\/])\.|~$|[\\/]__tests__[\\/]|[\\/]lwc[\\/].*\.js$|pacelineStreams\.js$/;

/** False for what the build writes and for what editors leave behind; `path` starts below the root. */
export function isSource(path: string): boolean {
  return !IGNORED.test(path);
}

function foldersBelow(dir: string): string[] {
  const inside = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [dir, ...inside.flatMap((entry) => foldersBelow(join(dir, entry.name)))];
}

/**
 * Calls `changed` once after each burst of edits below the sources. Every folder is watched by itself: watching a tree
 * loses files that an editor replaces instead of writing to them.
 */
export function watchSources(root: string, changed: () => void): Stop {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  const forget = (dir: string): void => {
    watchers.get(dir)?.close();
    watchers.delete(dir);
  };
  const watchFolders = (): void => {
    for (const dir of WATCHED.flatMap((name) => foldersBelow(join(root, name)))) {
      if (watchers.has(dir)) continue;
      const watcher = watch(dir, (_event, name) => {
        if (name !== null && isSource(join(dir, name).slice(root.length))) schedule();
      });
      watcher.on('error', () => forget(dir));
      watchers.set(dir, watcher);
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      watchFolders();
      changed();
    }, QUIET_MS);
  };
  watchFolders();
  return () => {
    clearTimeout(timer);
    for (const dir of [...watchers.keys()]) forget(dir);
  };
}
