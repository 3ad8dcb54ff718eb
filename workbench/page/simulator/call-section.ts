import type { CcpView } from '../../../src/simulator/ccp-view.ts';
import { button, h } from '../shell/dom.ts';
import { actionsFor, describeAgent, describeContact } from './simulator-actions.ts';

/** Someone in the org who can be on the line. */
export interface Caller {
  readonly label: string;
  readonly number: string;
}

/** Sends a command to the server with its JSON body; a refusal becomes a toast. */
export type RunCommand = (path: string, body: unknown) => Promise<void>;

const UNKNOWN: Caller = { label: 'Unknown number', number: '+12025550199' };

interface CallKind {
  readonly label: string;
  start(number: string): { path: string; args: readonly unknown[] };
}

const offer = (verb: string, extra: Readonly<Record<string, unknown>> = {}): CallKind['start'] => {
  return (number) => ({ path: `sim/world/${verb}`, args: [{ number, ...extra }] });
};

const KINDS: readonly CallKind[] = [
  { label: 'Inbound call', start: offer('offerInbound') },
  { label: 'Manual outbound', start: (number) => ({ path: 'sim/agent/dial', args: [number] }) },
  { label: 'Direct preview', start: offer('offerPreview') },
  { label: 'Progressive', start: offer('offerCampaign', { attributes: { cti_pacing: 'Progressive' } }) },
  {
    label: 'Predictive',
    start: offer('offerCampaign', { attributes: { cti_pacing: 'Predictive' }, autoAccept: true }),
  },
  { label: 'Queue callback', start: offer('offerCallback') },
];

/** Which call, with whom, and what the people outside do while it runs. */
export function createCallSection(run: RunCommand): {
  readonly element: HTMLElement;
  setCallers(callers: readonly Caller[]): void;
  show(view: CcpView): void;
} {
  const who = h('select', { class: 'slds-select', 'aria-label': 'Who' }) as HTMLSelectElement;
  const kind = h(
    'select',
    { class: 'slds-select', 'aria-label': 'Kind of call' },
    ...KINDS.map(({ label }) => h('option', { value: label }, label)),
  ) as HTMLSelectElement;
  const startButton = button(
    'Start',
    () => {
      const chosen = KINDS.find(({ label }) => label === kind.value);
      const { path, args } = (chosen ?? KINDS[0])?.start(who.value) ?? { path: '', args: [] };
      void run(path, args);
    },
    'slds-button slds-button_brand',
  );
  const agent = h('p', { class: 'slds-text-body_small slds-text-color_weak', 'data-simulator': 'agent' });
  const contacts = h('div', { 'data-simulator': 'contacts' });
  const select = (label: string, control: HTMLElement): HTMLElement =>
    h(
      'label',
      { class: 'slds-form-element slds-m-bottom_x-small' },
      h('span', { class: 'slds-form-element__label' }, label),
      h('div', { class: 'slds-select_container' }, control),
    );
  const setCallers = (callers: readonly Caller[]): void => {
    const chosen = who.value;
    who.replaceChildren(
      ...[...callers, UNKNOWN].map(({ label, number }) =>
        h('option', { value: number }, `${label} · ${number}`),
      ),
    );
    if (callers.some(({ number }) => number === chosen)) who.value = chosen;
  };
  setCallers([]);
  return {
    element: h(
      'div',
      {},
      select('Kind of call', kind),
      select('Who', who),
      h('div', { class: 'slds-grid slds-grid_vertical-align-center wb-start' }, startButton, agent),
      contacts,
    ),
    setCallers,
    show(view) {
      agent.textContent = `Agent: ${describeAgent(view)}`;
      contacts.replaceChildren(
        ...view.contacts.map((contact) =>
          h(
            'div',
            { class: 'wb-sim-contact', 'data-contact-id': contact.contactId },
            h('p', { class: 'slds-text-title_bold slds-m-bottom_xx-small' }, describeContact(contact)),
            h(
              'div',
              { class: 'wb-buttons' },
              ...actionsFor(contact).map(({ label, path, args }) =>
                button(label, () => void run(path, args), 'slds-button slds-button_neutral wb-small'),
              ),
            ),
          ),
        ),
      );
    },
  };
}
