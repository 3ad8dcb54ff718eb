import type { CcpContactView, CcpView } from '../../../src/simulator/ccp-view.ts';

/** A button of the simulator pane: a verb of the world or of the agent, for a contact. */
export interface SimulatorAction {
  readonly label: string;
  readonly path: string;
  readonly args: readonly unknown[];
}

const ENDED = ['ended', 'missed', 'rejected', 'error'];

function legInState(contact: CcpContactView, kind: string, states: readonly string[]): boolean {
  return contact.legs.some((leg) => leg.kind === kind && states.includes(leg.state));
}

/** What the outside world can do to a contact as it stands. */
export function actionsFor(contact: CcpContactView): SimulatorAction[] {
  const id = contact.contactId;
  const actions: SimulatorAction[] = [];
  const world = (label: string, verb: string, ...args: unknown[]): void => {
    actions.push({ label, path: `sim/world/${verb}`, args });
  };
  if (ENDED.includes(contact.state)) return actions;
  if (contact.direction === 'outbound' && contact.state === 'connecting') {
    world('Customer answers', 'customerAnswers', id);
  }
  world('Customer hangs up', 'customerHangsUp', id);
  if (legInState(contact, 'third', ['connecting'])) world('Colleague answers', 'thirdAnswers', id);
  if (legInState(contact, 'third', ['connecting', 'connected', 'hold'])) {
    world('Colleague hangs up', 'thirdHangsUp', id);
  }
  if (contact.direction === 'inbound' && contact.state === 'connecting') world('Not answered', 'miss', id);
  world('Vanish', 'vanish', id);
  return actions;
}

/** The line above the buttons: `Connected · +12025550123`. */
export function describeContact(contact: CcpContactView): string {
  const state = contact.state.charAt(0).toUpperCase() + contact.state.slice(1);
  return [state, contact.number ?? contact.type, contact.queueName ?? '']
    .filter((text) => text !== '')
    .join(' · ');
}

/** The agent's line: `Available`, or with the state that comes next. */
export function describeAgent({ agent }: CcpView): string {
  return agent.nextState === null ? agent.state : `${agent.state}, then ${agent.nextState}`;
}
