import type { Checker } from '../lib/checker.ts';
import { listBundles } from '../lib/lwc/bundles.ts';
import { checkOwnImports } from '../lib/lwc/module-exports.ts';
import { checkPlatformUse } from '../lib/lwc/platform-use.ts';

export const lwcPlatform: Checker = {
  name: 'lwc-platform',
  about: "exports and options of the platform's modules, parameters of Apex, fields of messages",
  run: (project) =>
    listBundles(project).flatMap((bundle) => [
      ...checkPlatformUse(project, bundle),
      ...checkOwnImports(project, bundle),
    ]),
};
