import { button, h } from '../shell/dom.ts';
import type { RunCommand } from './call-section.ts';

/** The page's own switches, all of them part of its address. */
export interface PageOptions {
  readonly session: string;
  readonly lightningWebSecurity: boolean;
  readonly isConsole: boolean;
  readonly settingName: string;
  readonly settingNames: readonly string[];
}

/** The address of the same session with other switches. */
export function pageAddress(options: Omit<PageOptions, 'settingNames'>, ccp: string | null): string {
  const query = new URLSearchParams();
  if (options.session !== 'default') query.set('session', options.session);
  if (!options.lightningWebSecurity) query.set('lws', 'off');
  if (!options.isConsole) query.set('nav', 'standard');
  if (options.settingName !== 'Workbench') query.set('setting', options.settingName);
  if (ccp !== null) query.set('ccp', ccp);
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}

function checkbox(label: string, checked: boolean, changed: (on: boolean) => void): HTMLElement {
  const input = h('input', {
    type: 'checkbox',
    checked,
    onchange: (event) => changed((event.target as HTMLInputElement).checked),
  });
  return h('label', { class: 'wb-check' }, input, h('span', {}, label));
}

/** Faults to inject, and how the page itself is set up. */
export function createFaultSection(run: RunCommand): HTMLElement {
  const fault = (label: string, body: unknown): HTMLElement =>
    button(label, () => void run('org/fault', body), 'slds-button slds-button_neutral wb-small');
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'slds-text-body_small slds-text-color_weak slds-m-bottom_x-small' },
      'For the next request to the org:',
    ),
    h(
      'div',
      { class: 'wb-buttons' },
      fault('2 s late', { kind: 'latency', latencyMs: 2000 }),
      fault('Lose request', { kind: 'lost-request' }),
      fault('Lose answer', { kind: 'lost-response' }),
      fault('503', { kind: '5xx' }),
      fault('Row lock', { kind: 'row-lock' }),
      fault('Session expired', { kind: 'expired-login' }),
      button('No faults', () => void run('org/clear-faults', []), 'slds-button slds-button_neutral wb-small'),
    ),
    checkbox('Offline', false, (offline) => void run('org/offline', { offline })),
    h(
      'div',
      { class: 'wb-buttons slds-m-top_x-small' },
      button(
        'Cut the CCP link',
        () => void run('sim/world/severLink', []),
        'slds-button slds-button_neutral wb-small',
      ),
      button(
        'Restore it',
        () => void run('sim/world/restoreLink', []),
        'slds-button slds-button_neutral wb-small',
      ),
    ),
  );
}

export function createOptionsSection(options: PageOptions, reset: () => void): HTMLElement {
  const go = (change: Partial<PageOptions>): void =>
    location.assign(pageAddress({ ...options, ...change }, null));
  const setting = h(
    'select',
    {
      class: 'slds-select',
      'aria-label': 'Paceline setting',
      onchange: (event) => go({ settingName: (event.target as HTMLSelectElement).value }),
    },
    ...options.settingNames.map((name) =>
      h('option', { value: name, selected: name === options.settingName }, name),
    ),
  );
  return h(
    'div',
    {},
    checkbox('Lightning Web Security', options.lightningWebSecurity, (on) =>
      go({ lightningWebSecurity: on }),
    ),
    checkbox('Console navigation', options.isConsole, (on) => go({ isConsole: on })),
    h(
      'label',
      { class: 'slds-form-element' },
      h('span', { class: 'slds-form-element__label' }, 'Paceline setting'),
      h('div', { class: 'slds-select_container' }, setting),
    ),
    h(
      'div',
      { class: 'slds-m-top_small' },
      button('Reset org and CCP', reset, 'slds-button slds-button_text-destructive wb-small'),
    ),
  );
}
