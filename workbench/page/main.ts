import { lwc, modules as baseComponents, sandbox } from 'workbench-platform';
import type { PageConfig } from '../shared/page-config.ts';
import { evaluateComponents } from './lightning/evaluate-components.ts';
import { createModuleRegistry } from './lightning/module-registry.ts';
import { navigate } from './lightning/navigation.ts';
import { listenToServer } from './live-updates.ts';
import { createOrgClient } from './org-client.ts';
import { readPageQuery } from './page-query.ts';
import { panelSize } from './panel-size.ts';
import { createShell } from './shell/create-shell.ts';
import { createUtilities } from './shell/utilities.ts';
import { openWorkspace } from './shell/open-workspace.ts';

const UTILITY_ID = 'utility-paceline';

const query = readPageQuery(location.search, window.innerWidth);
const serverQuery = new URLSearchParams({
  session: query.session,
  ...(query.ccp === null ? {} : { ccp: query.ccp }),
}).toString();
const [config, source] = await Promise.all([
  fetch(`/config.json?${serverQuery}`).then((answer) => answer.json() as Promise<PageConfig>),
  fetch('/components.js').then((answer) => answer.text()),
]).catch((): Promise<never> => {
  // Also when the page is left while it loads; nobody reads the text then.
  const shell = document.querySelector('#shell');
  if (shell !== null) {
    shell.textContent = 'The workbench does not answer. Start it with npm start, then reload this page.';
  }
  return new Promise(() => undefined);
});
const org = createOrgClient(serverQuery);
const workspace = openWorkspace(query.isConsole, query.session);
const utilities = createUtilities([
  {
    id: UTILITY_ID,
    label: 'Softphone',
    icon: 'utility:call',
    highlighted: false,
    panelLabel: 'Softphone',
    panelIcon: 'utility:call',
    open: true,
    popoutEnabled: true,
    ...panelSize(window.innerWidth),
  },
]);
const utilityContent = document.createElement('div');
utilityContent.className = 'wb-utility-content';
const shell = createShell({
  query,
  config,
  org,
  workspace,
  utilities,
  utilityContent,
  utilityId: UTILITY_ID,
  async restartSoftphone(meanwhile) {
    utilityContent.replaceChildren();
    await meanwhile();
    mountUtility();
  },
});
document.querySelector('#shell')?.replaceWith(shell.element);
listenToServer(serverQuery, shell.receive);

const registry = createModuleRegistry({
  config: query.hasPermissions ? config : { ...config, customPermissions: [] },
  lwc,
  baseComponents,
  org,
  workspace,
  utilities,
  utilityId: UTILITY_ID,
  showToast: shell.showToast,
  recordsChanged: () => shell.orgChanged(),
});
performance.mark('workbench:evaluate');
const components = evaluateComponents(source, registry, query.lightningWebSecurity ? sandbox : null);
const mount = (name: string, place: HTMLElement, properties: object): void => {
  const Component = components[`c/${name}`]?.default;
  if (Component === undefined) {
    shell.showToast({ variant: 'error', mode: 'sticky', title: `There is no component ${name}.` });
    return;
  }
  const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  place.append(Object.assign(lwc.createElement(tag, { is: Component }), properties));
};
performance.mark('workbench:mount');
const mountUtility = (): void => mount(query.utility, utilityContent, { settingName: query.settingName });
mountUtility();
if (query.eventLog) mount('workbenchEventLog', document.body, {});
if (query.probe) mount('workbenchProbe', document.body, {});
document.documentElement.dataset['workbench'] = 'ready';
workspace.subscribe(() => shell.render());
Object.assign(window, {
  workbench: {
    navigate: (page: Parameters<typeof navigate>[1]) => navigate(workspace, page),
    mountUtility,
    unmountUtility: () => utilityContent.replaceChildren(),
  },
});
