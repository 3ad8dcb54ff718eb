import { createPackageBuilder } from '../../scripts/build/build-package.ts';
import { describeBuildError } from '../bundle/build-errors.ts';
import type { LiveMessage } from '../shared/live-message.ts';
import { buildWorkbench } from './workbench-build.ts';
import type { WorkbenchBuild } from './workbench-build.ts';

export interface BuildKeeper {
  /** The newest build that succeeded. */
  current(): WorkbenchBuild;
  /** Builds again, one after the other; what comes of it goes to the terminal and to the open pages. */
  rebuild(): void;
}

/** Makes the first build, and keeps the last good one while the sources change. Throws when the first one fails. */
export async function keepBuilt(options: {
  readonly root: string;
  readonly cacheDir: string;
  say(text: string): void;
  tellPages(message: LiveMessage): void;
}): Promise<BuildKeeper> {
  const { root, cacheDir, say, tellPages } = options;
  const packageBuilder = createPackageBuilder(root);
  const make = (): Promise<WorkbenchBuild> => buildWorkbench({ root, cacheDir, packageBuilder });
  let build = await make();
  let failed = false;
  const rebuild = async (): Promise<void> => {
    const started = performance.now();
    try {
      const fresh = await make();
      const changed = fresh.id !== build.id;
      build = fresh;
      if (changed) {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        say(`Rebuilt in ${seconds} s; open pages load themselves anew.`);
        tellPages({ kind: 'reload', build: build.id });
      } else if (failed) {
        say('The build is good again.');
        tellPages({ kind: 'hello', build: build.id });
      }
      failed = false;
    } catch (error) {
      failed = true;
      const text = describeBuildError(error, root);
      say(`The build failed, the pages keep the last good one:\n${text}`);
      tellPages({ kind: 'build-error', text });
    }
  };
  let queue = Promise.resolve();
  return {
    current: () => build,
    rebuild() {
      queue = queue.then(rebuild);
    },
  };
}
