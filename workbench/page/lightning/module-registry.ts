import type { SimulatedModule } from '../../shared/simulated-modules.ts';
import type { PageConfig } from '../../shared/page-config.ts';
import type { OrgHttpClient } from '../org-client.ts';
import type { ToastMessage } from '../shell/toasts.ts';
import type { Utilities } from '../shell/utilities.ts';
import type { Workspace } from '../shell/workspace.ts';
import { createMessageServiceModule } from './message-service.ts';
import { createNavigationModule } from './navigation.ts';
import { createObjectInfoApiModule } from './object-info-api.ts';
import { createPageReferenceUtilsModule } from './page-reference-utils.ts';
import { createRecordApiModule } from './record-api.ts';
import { createResourceLoaderModule } from './resource-loader.ts';
import { salesforceModule } from './salesforce-modules.ts';
import { createToastModules } from './toast.ts';
import { createUtilityBarApiModule } from './utility-bar-api.ts';
import { createWorkspaceApiModule } from './workspace-api.ts';

export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Everything that components import from outside, by module id: the engine, base components, the simulated platform. */
export function createModuleRegistry(options: {
  readonly config: PageConfig;
  readonly lwc: Readonly<Record<string, unknown>>;
  readonly baseComponents: Modules;
  readonly org: OrgHttpClient;
  readonly workspace: Workspace;
  readonly utilities: Utilities;
  readonly utilityId: string;
  readonly showToast: (toast: ToastMessage) => void;
  readonly recordsChanged: (recordIds: readonly string[]) => void;
}): Modules {
  const { config, org, workspace, utilities } = options;
  const simulated: Readonly<Record<SimulatedModule, Readonly<Record<string, unknown>>>> = {
    'lightning/navigation': createNavigationModule(workspace),
    'lightning/platformWorkspaceApi': createWorkspaceApiModule(workspace, location.origin),
    'lightning/platformUtilityBarApi': createUtilityBarApiModule(utilities, options.utilityId),
    'lightning/messageService': createMessageServiceModule(),
    'lightning/uiObjectInfoApi': createObjectInfoApiModule(org),
    'lightning/uiRecordApi': createRecordApiModule(org, options.recordsChanged),
    'lightning/platformResourceLoader': createResourceLoaderModule(),
    'lightning/pageReferenceUtils': createPageReferenceUtilsModule(),
    ...createToastModules(options.showToast),
  };
  const known: Modules = { ...options.baseComponents, ...simulated, lwc: options.lwc };
  return Object.fromEntries(
    config.imports.map((id) => {
      const found = id.startsWith('@salesforce/')
        ? { default: salesforceModule(id, config, org) }
        : known[id];
      if (found === undefined)
        throw new Error(`The workbench has no module ${id}, which a component imports.`);
      return [id, { __esModule: true, ...found }];
    }),
  );
}
