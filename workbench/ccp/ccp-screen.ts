import type { CcpButton, CcpContactView, CcpView } from '../../src/simulator/ccp-view.ts';

type RunVerb = (verb: string, args: readonly unknown[]) => void;

const BUTTONS: Readonly<Record<CcpButton, { label: string; verb: string; look?: 'primary' | 'danger' }>> = {
  accept: { label: 'Accept', verb: 'accept', look: 'primary' },
  reject: { label: 'Reject', verb: 'reject', look: 'danger' },
  engage: { label: 'Dial', verb: 'engage', look: 'primary' },
  hold: { label: 'Hold', verb: 'hold' },
  resume: { label: 'Resume', verb: 'resume', look: 'primary' },
  swap: { label: 'Swap', verb: 'swap' },
  conference: { label: 'Join', verb: 'conference' },
  mute: { label: 'Mute', verb: 'mute' },
  unmute: { label: 'Unmute', verb: 'mute' },
  consult: { label: 'Consult', verb: 'consult' },
  'hang-up': { label: 'End call', verb: 'hangUp', look: 'danger' },
  clear: { label: 'Clear contact', verb: 'clear', look: 'primary' },
};

const STATES: Readonly<Record<string, string>> = {
  incoming: 'Incoming',
  connecting: 'Ringing',
  connected: 'Connected',
  ended: 'After contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  error: 'Error',
};

const LEG_STATES: Readonly<Record<string, string>> = {
  connecting: 'Ringing',
  connected: 'Connected',
  hold: 'On hold',
  disconnected: 'Left',
};

const CONSULT_NUMBER = '+12025550160';
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0', '#'];

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A small CCP: the agent's state, a card for each contact, a dial pad while nothing rings. */
export function createCcpScreen(
  body: HTMLElement,
  run: RunVerb,
): { show(view: CcpView, clockAheadMs: number): void; refuse(text: string): void } {
  const dot = create('span', { className: 'dot' });
  const state = create('select', { ariaLabel: 'Agent state' });
  const since = create('time');
  const main = create('main');
  const refusal = create('p', { className: 'refusal', hidden: true, role: 'alert' });
  const contacts = create('div');
  const number = create('input', {
    type: 'tel',
    placeholder: 'Number',
    ariaLabel: 'Number to dial',
    value: '+1202555',
  });
  const dialPad = create('form');
  let timers: { element: HTMLElement; since: number }[] = [];
  let aheadMs = 0;

  state.addEventListener('change', () => run('setState', [state.value]));
  dialPad.append(
    create('p', { className: 'idle' }, 'No contact. Waiting for a call.'),
    create(
      'div',
      { className: 'dial' },
      number,
      create('button', { type: 'submit', className: 'primary' }, 'Call'),
    ),
    create(
      'div',
      { className: 'pad' },
      ...KEYS.map((key) => create('button', { type: 'button', onclick: () => (number.value += key) }, key)),
    ),
  );
  dialPad.addEventListener('submit', (event) => {
    event.preventDefault();
    run('dial', [number.value]);
  });
  main.append(refusal, contacts, dialPad);
  body.append(create('header', {}, dot, state, since), main);

  const tick = (): void => {
    for (const timer of timers) timer.element.textContent = duration(Date.now() + aheadMs - timer.since);
  };
  setInterval(tick, 500);

  const timer = (from: number): HTMLElement => {
    const element = create('time');
    timers.push({ element, since: from });
    return element;
  };
  const argumentsOf = (button: CcpButton, contact: CcpContactView): readonly unknown[] => {
    if (button === 'consult') return [CONSULT_NUMBER, contact.contactId];
    if (button === 'mute' || button === 'unmute') return [button === 'mute', contact.contactId];
    return [contact.contactId];
  };
  const renderContact = (contact: CcpContactView): HTMLElement => {
    const card = create(
      'section',
      { className: 'contact' },
      create('h2', {}, contact.number ?? contact.type),
      create(
        'div',
        { className: 'meta' },
        create(
          'span',
          {},
          [STATES[contact.state] ?? contact.state, contact.queueName ?? '']
            .filter((text) => text !== '')
            .join(' · '),
        ),
        timer(contact.since),
      ),
    );
    card.dataset['state'] = contact.state;
    card.dataset['contactId'] = contact.contactId;
    const others = contact.legs.filter((leg) => leg.kind === 'customer' || leg.kind === 'third');
    if (others.length > 1 || others.some((leg) => leg.state === 'hold')) {
      card.append(
        create(
          'ul',
          { className: 'legs' },
          ...others.map((leg) =>
            create(
              'li',
              {},
              create('span', {}, leg.name ?? leg.number ?? leg.kind),
              create('span', {}, LEG_STATES[leg.state] ?? leg.state),
            ),
          ),
        ),
      );
    }
    card.append(
      create(
        'div',
        { className: 'buttons' },
        ...contact.buttons.map((button) => {
          const { label, verb, look = '' } = BUTTONS[button];
          const element = create(
            'button',
            { type: 'button', className: look, onclick: () => run(verb, argumentsOf(button, contact)) },
            label,
          );
          element.dataset['button'] = button;
          return element;
        }),
      ),
    );
    return card;
  };

  return {
    show(view, clockAheadMs) {
      aheadMs = clockAheadMs;
      refusal.hidden = true;
      timers = [{ element: since, since: view.agent.since }];
      dot.dataset['type'] = view.agent.stateType;
      const names = [...new Set([view.agent.state, ...view.states])];
      state.replaceChildren(
        ...names.map((name) => create('option', { value: name, selected: name === view.agent.state }, name)),
      );
      contacts.replaceChildren(...view.contacts.map(renderContact));
      dialPad.hidden = view.contacts.length > 0 || !view.canDial;
      tick();
    },
    refuse(text) {
      refusal.textContent = text;
      refusal.hidden = false;
    },
  };
}
