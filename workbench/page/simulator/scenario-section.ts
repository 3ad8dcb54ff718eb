import { SCENARIOS, describeStep } from '../../../src/simulator/index.ts';
import type { Scenario } from '../../../src/simulator/index.ts';
import { button, h } from '../shell/dom.ts';
import type { RunCommand } from './call-section.ts';

const STEP_PAUSE_MS = 900;

/** Calls told as steps, done one at a time or all in a row. */
export function createScenarioSection(
  run: RunCommand,
  start: (scenario: Scenario) => Promise<void>,
): HTMLElement {
  const choice = h(
    'select',
    { class: 'slds-select', 'aria-label': 'Scenario' },
    ...SCENARIOS.map(({ key, title }) => h('option', { value: key }, title)),
  ) as HTMLSelectElement;
  const list = h('ol', { class: 'slds-list_ordered wb-steps' });
  let done = 0;
  let last = Promise.resolve();
  const chosen = (): Scenario | undefined => SCENARIOS.find(({ key }) => key === choice.value);
  const show = (): void => {
    list.replaceChildren(
      ...(chosen()?.steps ?? []).map((step, index) =>
        h('li', { class: index < done ? 'slds-text-color_weak wb-step-done' : '' }, describeStep(step)),
      ),
    );
  };
  const next = async (): Promise<boolean> => {
    const step = chosen()?.steps[done];
    if (step === undefined) return false;
    done += 1;
    show();
    last = last.then(() => run(`sim/${step.actor}/${step.verb}`, step.args));
    await last;
    return true;
  };
  const begin = async (): Promise<void> => {
    const scenario = chosen();
    if (scenario === undefined) return;
    done = 0;
    await start(scenario);
    show();
  };
  const runAll = async (): Promise<void> => {
    if (!(await next())) return;
    setTimeout(() => void runAll(), STEP_PAUSE_MS);
  };
  choice.addEventListener('change', () => {
    done = 0;
    show();
  });
  show();
  return h(
    'div',
    {},
    h('div', { class: 'slds-select_container slds-m-bottom_x-small' }, choice),
    h(
      'div',
      { class: 'wb-buttons' },
      button('Start anew', () => void begin(), 'slds-button slds-button_neutral wb-small'),
      button('Next step', () => void next(), 'slds-button slds-button_brand wb-small'),
      button('Run the rest', () => void runAll(), 'slds-button slds-button_neutral wb-small'),
    ),
    list,
  );
}
