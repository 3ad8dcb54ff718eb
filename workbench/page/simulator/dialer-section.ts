import type { DialerSimulatorView } from '../../../src/simulator/index.ts';
import { button, h } from '../shell/dom.ts';
import type { RunCommand } from './call-section.ts';

function sentence({ tether, call }: DialerSimulatorView): string {
  const line = `Tether: ${tether.toLowerCase()}`;
  return call === null ? line : `${line} · ${call.pacing} call to ${call.number}, ${call.stage}`;
}

/** `deliverPredictive` as words: `Deliver predictive`. */
function words(verb: string): string {
  const text = verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The simulated dialler: what it says about itself, and the verbs that make sense now. */
export function createDialerSection(run: RunCommand): {
  readonly element: HTMLElement;
  show(view: DialerSimulatorView): void;
} {
  const state = h('p', { class: 'slds-text-body_small slds-text-color_weak slds-m-bottom_x-small' });
  const buttons = h('div', { class: 'wb-buttons' });
  return {
    element: h('div', { 'data-simulator': 'dialer' }, state, buttons),
    show(view) {
      state.textContent = sentence(view);
      buttons.replaceChildren(
        ...view.verbs.map((verb) =>
          button(
            words(verb),
            () => void run(`sim/dialer/${verb}`, []),
            'slds-button slds-button_neutral wb-small',
          ),
        ),
      );
    },
  };
}
