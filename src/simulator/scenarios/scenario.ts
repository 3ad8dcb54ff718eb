import type { TupleId } from '../../catalog/catalog.ts';
import type { Setup } from '../../catalog/vocabulary.ts';
import type { EventSettings } from '../../model/settings.ts';
import type { CcpBehaviour } from '../ccp-behaviour.ts';
import type { AgentVerbs, CcpEngine, WorldVerbs } from '../ccp-engine-types.ts';
import type { DialerBehaviour, DialerSimulator, DialerVerbs } from '../dialer-simulator-types.ts';

interface Actors {
  readonly agent: AgentVerbs;
  readonly world: WorldVerbs;
  readonly dialer: DialerVerbs;
}

/** One verb of one actor, as plain data. */
export interface ScenarioStep {
  readonly actor: keyof Actors;
  readonly verb: string;
  readonly args: readonly unknown[];
}

/** The simulators that a scenario acts on. */
export interface ScenarioStage {
  readonly ccp: CcpEngine;
  readonly dialer: DialerSimulator;
}

/** A call told as steps. `reaches`: every row of the catalogue that it gives an event for. */
export interface Scenario {
  readonly key: string;
  readonly title: string;
  readonly setup: Setup;
  /** Settings that the scenario needs besides its setup. */
  readonly settings?: { readonly tether?: Partial<EventSettings['tether']> } & Partial<
    Pick<EventSettings, 'queueCallbackPacing' | 'answerSignal' | 'queuePacing'>
  >;
  readonly behaviour?: Partial<CcpBehaviour>;
  readonly dialerBehaviour?: Partial<DialerBehaviour>;
  readonly reaches: readonly TupleId[];
  readonly steps: readonly ScenarioStep[];
}

type Arguments<Verbs, V extends keyof Verbs> = Verbs[V] extends (...args: infer A) => unknown ? A : never;

const actorSteps =
  <A extends keyof Actors>(actor: A) =>
  <V extends keyof Actors[A] & string>(verb: V, ...args: Arguments<Actors[A], V>): ScenarioStep => ({
    actor,
    verb,
    args,
  });

export const agent = actorSteps('agent');
export const world = actorSteps('world');
export const dialer = actorSteps('dialer');

const ACTOR_NAMES = { agent: 'Agent', world: 'Outside', dialer: 'Dialler' } as const;

/** `Agent: hang up`, for a list of steps. */
export function describeStep(step: ScenarioStep): string {
  const words = step.verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${ACTOR_NAMES[step.actor]}: ${words}`;
}

/** Does one step; throws `simulator-refused` where the situation does not allow it. */
export function runStep(stage: ScenarioStage, step: ScenarioStep): void {
  const actors: Actors = { agent: stage.ccp.agent, world: stage.ccp.world, dialer: stage.dialer.verbs };
  const verbs = actors[step.actor] as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  verbs[step.verb]?.(...step.args);
}

/** Does every step at once; `between` runs after each. */
export function runScenario(stage: ScenarioStage, scenario: Scenario, between?: () => void): void {
  for (const step of scenario.steps) {
    runStep(stage, step);
    between?.();
  }
}
