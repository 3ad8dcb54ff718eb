import type { SetupObject } from '../../shared/setup-object.ts';
import { h } from '../shell/dom.ts';
import type { PageReference } from '../shell/page-reference.ts';
import { renderRecordForm } from './record-form.ts';
import { renderRecordList } from './record-list.ts';
import type { SetupClient } from './setup-client.ts';
import { setupPage } from './setup-reference.ts';
import type { SetupPlace } from './setup-reference.ts';

const SETTING_TYPE = 'Paceline_Setting__mdt';

/** What Setup needs of the page around it. */
export interface SetupContext {
  readonly client: SetupClient;
  readonly orgId: string;
  /** The simulated control panel, which stands for the Amazon Connect instance. */
  readonly ccpUrl: string;
  open(page: PageReference): void;
  /** The page's address with another setting in the utility item. */
  settingAddress(settingName: string): string;
}

function step(label: string, go: () => void): HTMLElement {
  return h(
    'li',
    { class: 'slds-breadcrumb__item' },
    h(
      'a',
      {
        href: '#',
        onclick: (event) => {
          event.preventDefault();
          go();
        },
      },
      label,
    ),
  );
}

function renderTrail(object: SetupObject | undefined, go: (place: SetupPlace) => void): HTMLElement {
  return h(
    'nav',
    { 'aria-label': 'Breadcrumbs' },
    h(
      'ol',
      { class: 'slds-breadcrumb slds-list_horizontal slds-wrap' },
      step('Setup', () => go({})),
      step('Custom Metadata Types', () => go({})),
      object === undefined ? null : step(object.plural, () => go({ type: object.apiName })),
    ),
  );
}

function renderTypes(
  objects: readonly SetupObject[],
  context: SetupContext,
  go: (place: SetupPlace) => void,
): HTMLElement {
  return h(
    'div',
    {},
    h('h1', { class: 'slds-text-heading_medium' }, 'Custom Metadata Types'),
    h(
      'ul',
      { class: 'slds-has-dividers_bottom-space' },
      ...objects.map(({ apiName, label, plural, description }) =>
        h(
          'li',
          { class: 'slds-item' },
          h('h2', { class: 'slds-text-heading_small' }, label),
          h('p', {}, description),
          h(
            'button',
            {
              type: 'button',
              class: 'slds-button',
              title: `Manage ${plural}`,
              onclick: () => go({ type: apiName }),
            },
            'Manage Records',
          ),
        ),
      ),
    ),
    h('h1', { class: 'slds-text-heading_medium slds-m-top_large' }, 'Company Information'),
    h('p', {}, `Organization ID: ${context.orgId}`),
    h(
      'p',
      { class: 'slds-text-color_weak slds-m-top_small' },
      `Here you are the admin of the simulated org; the softphone runs as an agent. Its instance of Amazon Connect is the simulated one, CCP URL ${context.ccpUrl}`,
    ),
  );
}

async function renderContent(
  page: PageReference,
  objects: readonly SetupObject[],
  object: SetupObject | undefined,
  context: SetupContext,
): Promise<HTMLElement> {
  const go = (place: SetupPlace): void => context.open(setupPage(place));
  if (object === undefined) return renderTypes(objects, context, go);
  const { view, action, record } = page.attributes;
  const records = await context.client.records(object.apiName);
  if (action === undefined) {
    const useAddress = object.apiName === SETTING_TYPE ? context.settingAddress : null;
    return renderRecordList({ object, records, viewName: view, go, useAddress });
  }
  const isNew = action === 'new';
  const start = records.find(({ developerName }) => developerName === record);
  const leave = (): void => go({ type: object.apiName });
  return renderRecordForm({ object, client: context.client, start, isNew, leave });
}

/** Setup › Custom Metadata Types › Manage Records › New, drawn from the package's layouts and list views. */
export async function renderSetupPage(page: PageReference, context: SetupContext): Promise<HTMLElement> {
  const types = (await context.client.objects()).filter(({ apiName }) => apiName.endsWith('__mdt'));
  const object = types.find(({ apiName }) => apiName === page.attributes['type']);
  return h(
    'div',
    { class: 'wb-setup slds-box slds-theme_default' },
    renderTrail(object, (place) => context.open(setupPage(place))),
    await renderContent(page, types, object, context),
  );
}
