import { PacelineError } from '../errors.ts';
import type { Clock, Ids } from '../model/ports.ts';
import { createConfiguration, DEFAULT_AGENT, QUICK_CONNECTS } from './agent-configuration.ts';
import { settleAgentState } from './agent-state.ts';
import { createApiMethods } from './api-methods.ts';
import { buildUpdate } from './build-update.ts';
import { buildView } from './build-view.ts';
import { createCallVerbs } from './call-verbs.ts';
import { DEFAULT_BEHAVIOUR } from './ccp-behaviour.ts';
import type { CcpBehaviour } from './ccp-behaviour.ts';
import type { AgentVerbs, CcpEngine, SimulatedAgent } from './ccp-engine-types.ts';
import { createCcpPages } from './ccp-pages.ts';
import { createCustomerVerbs } from './customer-verbs.ts';
import type { EngineContext } from './engine-context.ts';
import { createLegVerbs } from './leg-verbs.ts';
import { createOffers } from './offers.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { createSdkChannel, holdMessage } from './create-sdk-channel.ts';

export interface CcpEngineOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly agent?: Partial<SimulatedAgent>;
  /** Assumptions that differ from `DEFAULT_BEHAVIOUR`. */
  readonly behaviour?: Partial<CcpBehaviour>;
  /** The agent's first state; default Available. */
  readonly agentState?: string;
}

/**
 * A simulated CCP for one agent: it speaks the wire protocol of Amazon Connect's frame to any number of pages and
 * refuses what Amazon Connect refuses (`simulator-refused` from a verb, `err` to a page). Synchronous; the time and
 * the ids come from outside.
 */
export function createCcpEngine(options: CcpEngineOptions): CcpEngine {
  const behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
  const listeners = new Set<() => void>();
  let suspended = false;
  let failure: { readonly error: Refusal; readonly method: string | undefined } | null = null;

  const startedAt = new Date(options.clock.now());
  const configuration = createConfiguration({ ...DEFAULT_AGENT, ...options.agent }, startedAt);
  const chosen = options.agentState ?? 'Available';
  const first = configuration.agentStates.find((state) => state.name === chosen);
  if (first === undefined) throw refuse('InvalidParameterException', `there is no agent state ${chosen}`);

  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const context: EngineContext = {
    behaviour,
    clock: options.clock,
    ids: options.ids,
    configuration,
    quickConnects: QUICK_CONNECTS,
    agent: { state: { ...first, startTimestamp: startedAt }, chosen, nextState: null },
    contacts: [],
    skewMs: 0,
    time: () => new Date(options.clock.now() + context.skewMs),
    changed() {
      settleAgentState(context);
      if (!suspended) pages.sendUpdate();
      notify();
    },
    legHeld(contact, legId, held) {
      pages.publishSdk(holdMessage(contact.wire.contactId, legId, held));
    },
  };

  const agent: AgentVerbs = { ...createCallVerbs(context), ...createLegVerbs(context) };
  const methods = createApiMethods(context, agent);
  const pages = createCcpPages({
    ids: options.ids,
    update: () => buildUpdate(context),
    createSdk: () => createSdkChannel(context),
    changed: notify,
    callApi(method, params) {
      const run = methods.get(method);
      if (failure !== null && (failure.method ?? method) === method) {
        const { error } = failure;
        failure = null;
        throw new PacelineError('simulator-refused', error.message, { cause: error });
      }
      if (run === undefined) throw refuse('UnknownMethodException', `the simulator has no method ${method}`);
      return run(params);
    },
  });

  return {
    behaviour,
    agent,
    world: {
      ...createOffers(context),
      ...createCustomerVerbs(context),
      suspend() {
        suspended = true;
        notify();
      },
      publish() {
        suspended = false;
        context.changed();
      },
      publishDuplicate: () => pages.sendUpdate(),
      failNextMethod(error = { type: 'InternalServiceException', message: 'it was told to fail' }, method) {
        failure = { error, method };
      },
      severLink: (portId) => pages.setSevered(true, portId),
      restoreLink: (portId) => pages.setSevered(false, portId),
      skewClock(milliseconds) {
        context.skewMs = milliseconds;
        context.changed();
      },
      logOut: (kind = 'terminated') => pages.sendToAll(kind),
    },
    connect: (send) => pages.connect(send),
    view: () =>
      buildView(context, {
        pages: pages.count(),
        link: pages.allSevered() ? 'down' : 'up',
        suspended,
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
