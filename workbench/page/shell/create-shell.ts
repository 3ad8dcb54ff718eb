import type { LiveMessage } from '../../shared/live-message.ts';
import type { PageConfig } from '../../shared/page-config.ts';
import { navigate } from '../lightning/navigation.ts';
import { refusalText } from '../org-client.ts';
import type { OrgHttpClient } from '../org-client.ts';
import type { PageQuery } from '../page-query.ts';
import { createCallSection } from '../simulator/call-section.ts';
import type { RunCommand } from '../simulator/call-section.ts';
import { createDialerSection } from '../simulator/dialer-section.ts';
import { createScenarioSection } from '../simulator/scenario-section.ts';
import { createFaultSection, createOptionsSection, pageAddress } from '../simulator/options-section.ts';
import { createOrgSection } from '../simulator/org-section.ts';
import { createSimulatorPane } from '../simulator/simulator-pane.ts';
import { startScenario } from '../simulator/start-scenario.ts';
import type { ScenarioPlace } from '../simulator/start-scenario.ts';
import { createSetupClient } from '../setup/setup-client.ts';
import { renderAppBar } from './app-bar.ts';
import { h, icon } from './dom.ts';
import { createGlobalHeader } from './global-header.ts';
import { createMainView } from './main-view.ts';
import { createOrgData, connectNumber, phoneOf, recordName } from './org-data.ts';
import { recordPage } from './page-reference.ts';
import { renderSubtabs } from './subtabs.ts';
import { createToasts } from './toasts.ts';
import type { ToastMessage } from './toasts.ts';
import type { Utilities } from './utilities.ts';
import { createUtilityBar } from './utility-bar.ts';
import type { Workspace } from './workspace.ts';

const APP_NAME = 'Paceline';
const CALLERS = 40;

export interface Shell {
  readonly element: HTMLElement;
  render(): void;
  orgChanged(): void;
  showToast(toast: ToastMessage): void;
  receive(message: LiveMessage): void;
}

/** The whole page around the utility's content. */
export function createShell(options: {
  readonly query: PageQuery;
  readonly config: PageConfig;
  readonly org: OrgHttpClient;
  readonly workspace: Workspace;
  readonly utilities: Utilities;
  readonly utilityContent: HTMLElement;
  readonly utilityId: string;
  readonly restartSoftphone: ScenarioPlace['restartSoftphone'];
}): Shell {
  const { query, config, org, workspace, utilities } = options;
  const data = createOrgData(org);
  const toasts = createToasts();
  const openRecord = (recordId: string): void => navigate(workspace, recordPage(recordId));
  const mainView = createMainView(workspace, data, (page) => navigate(workspace, page), {
    client: createSetupClient(org),
    orgId: config.orgId,
    ccpUrl: `${config.ccpOrigin}/ccp-v2?session=${config.session}`,
    open: (page) => workspace.showMain(page),
    settingAddress: (settingName) => pageAddress({ ...query, settingName }, query.ccp),
  });
  const utilityBar = createUtilityBar(utilities, new Map([[options.utilityId, options.utilityContent]]));

  const run: RunCommand = async (path, body) => {
    try {
      await org.command(path, body);
    } catch (error) {
      toasts.show({ variant: 'warning', title: 'The simulator refused', message: refusalText(error) });
    }
  };
  const sayUnread = (error: unknown): void =>
    toasts.show({
      variant: 'warning',
      title: 'The simulated org could not be read',
      message: refusalText(error),
    });
  const calls = createCallSection(run);
  const dialer = createDialerSection(run);
  const records = createOrgSection(org, openRecord);
  const loadCallers = async (): Promise<void> => {
    const people = [...(await data.list('Contact')), ...(await data.list('Lead'))];
    calls.setCallers(
      people
        .map((record) => ({ label: recordName(record), number: connectNumber(phoneOf(record)) }))
        .filter(({ number }) => number !== '')
        .slice(0, CALLERS),
    );
  };
  const reset = async (): Promise<void> => {
    await run('sim/reset', {});
    await run('org/reset', {});
    localStorage.clear();
    sessionStorage.clear();
    location.reload();
  };
  const scenarioPlace = {
    run,
    settingName: query.settingName,
    restartSoftphone: options.restartSoftphone,
    pages: {
      ccp: `${config.ccpOrigin}/ccp-v2?session=${config.session}`,
      dialer: `${config.dialerOrigin}/?session=${config.session}`,
    },
  };
  const scenarios = createScenarioSection(run, (scenario) => startScenario(scenario, scenarioPlace));
  const pane = createSimulatorPane(
    [
      { title: 'Call', content: calls.element, open: true },
      { title: 'Org', content: records.element, open: true },
      { title: 'Scenarios', content: scenarios, open: false },
      { title: 'Dialler', content: dialer.element, open: false },
      { title: 'Faults', content: createFaultSection(run), open: false },
      {
        title: 'Page',
        content: createOptionsSection({ ...query, settingNames: config.settingNames }, () => void reset()),
        open: false,
      },
    ],
    () => togglePane(),
  );
  pane.hidden = !query.simulatorOpen;
  // The pane stands for the outside world: choosing a caller there is not the agent typing in Salesforce.
  window.addEventListener(
    'input',
    (event) => {
      if (event.composedPath().includes(pane)) event.stopImmediatePropagation();
    },
    true,
  );
  const togglePane = (): void => {
    pane.hidden = !pane.hidden;
  };
  utilityBar.element
    .querySelector('ul')
    ?.append(
      h(
        'li',
        { class: 'slds-utility-bar__item wb-utility-spacer' },
        h(
          'button',
          { type: 'button', class: 'slds-button slds-utility-bar__action', onclick: togglePane },
          icon('utility:settings', 'slds-button__icon slds-button__icon_left'),
          h('span', { class: 'slds-utility-bar__text' }, 'Simulator'),
        ),
      ),
    );

  const bars = h('div', { class: 'wb-bars' });
  const buildError = h('div', {
    class: 'slds-notify slds-notify_alert slds-theme_error wb-build-error',
    hidden: true,
  });
  const header = createGlobalHeader({
    userName: config.userName,
    search: (text) =>
      data.search(text).catch((error: unknown) => {
        sayUnread(error);
        return [];
      }),
    open: ({ recordId }) => openRecord(recordId),
  });
  const element = h(
    'div',
    { id: 'shell' },
    header,
    bars,
    h('div', { class: 'wb-content' }, mainView.element, pane),
    utilityBar.element,
    toasts.element,
    buildError,
  );
  const render = (): void => {
    const subtabs = renderSubtabs(workspace);
    bars.replaceChildren(renderAppBar(workspace, APP_NAME), ...(subtabs === null ? [] : [subtabs]));
    mainView.render();
  };
  const orgChanged = (): void => {
    mainView.orgChanged();
    void records.refresh();
  };
  render();
  void records.refresh();
  loadCallers().catch(sayUnread);
  let build = config.build;

  return {
    element,
    render,
    orgChanged,
    showToast: toasts.show,
    receive(message) {
      if (message.kind === 'simulator') {
        calls.show(message.view);
        dialer.show(message.dialer);
      } else if (message.kind === 'org') orgChanged();
      else if (message.kind === 'build-error') {
        buildError.textContent = message.text;
        buildError.hidden = false;
      } else if (message.build !== build) {
        build = message.build;
        location.reload();
      } else {
        buildError.hidden = true;
        void records.refresh();
      }
    },
  };
}
