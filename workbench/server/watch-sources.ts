import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Stop } from '../../src/model/ports.ts';

const WATCHED = ['src', 'force-app/main', 'workbench'];
const QUIET_MS = 60;
/** What the build itself writes, and what editors leave behind. */
const IGNORED = /(^|[\\/])(\.|__tests__)|~$|[\\/]lwc[\\/].*\.js$|pacelineStreams\.js$/;

/** Calls `changed` once after each burst of edits below the sources. */
export function watchSources(root: string, changed: () => void): Stop {
  let timer: NodeJS.Timeout | undefined;
  const watchers = WATCHED.map((dir) =>
    watch(join(root, dir), { recursive: true }, (_event, name) => {
      if (name === null || IGNORED.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
