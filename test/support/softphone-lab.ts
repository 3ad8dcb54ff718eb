import { createSoftphone } from '../../src/adapter.ts';
import type { Softphone } from '../../src/session/softphone.ts';
import type { ActionRunner, RunnerResult } from '../../src/model/action-runner.ts';
import type { ConfigurationResponse, FieldValue, RuleRecord } from '../../src/model/apex-contract.ts';
import type { Clock, Lock } from '../../src/model/ports.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { createFakeBrowser, createFakeClock, createFakeIds } from './fake-ports.ts';
import type { FakeBrowser, FakeClock } from './fake-ports.ts';
import { createFakeOrg } from './fake-runner.ts';
import type { FakeOrg } from './fake-runner.ts';
import { agentObservation } from './inbound-call.ts';

export const ORG_ID = '00D000000000001AAA';
export const USER_ID = '005000000000001AAA';

export function ruleRecord(
  developerName: string,
  trigger: object,
  actions: readonly object[],
  onFailure: 'continue' | 'stop' = 'continue',
): RuleRecord {
  return {
    developerName,
    label: developerName,
    ruleset: 'test',
    order: 1,
    active: true,
    triggerJson: JSON.stringify(trigger),
    actionsJson: JSON.stringify({ onFailure, actions }),
  };
}

/** The recommended handling of an inbound call: pop when it rings, record when it is taken, log when it is over. */
export const INBOUND_RULES: readonly RuleRecord[] = [
  ruleRecord('pop', { events: ['connecting'] }, [
    { type: 'screen-pop', id: 'pop', strategies: [{ by: 'phone', objects: ['Contact', 'Lead'] }] },
  ]),
  ruleRecord('record', { events: ['connected'] }, [{ type: 'create-record', id: 'record' }]),
  ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]),
];

export function configuration(
  setting: Readonly<Record<string, FieldValue>> = {},
  rules: readonly RuleRecord[] = INBOUND_RULES,
  userId = USER_ID,
): ConfigurationResponse {
  return {
    revision: 'r1',
    settingName: 'Test',
    setting: { Ccp_Url: 'https://example.my.connect.aws/ccp-v2/', Default_Country: 'US', ...setting },
    rules,
    org: { id: ORG_ID, userId, userName: 'Sam Agent', defaultCountry: 'US' },
  };
}

/** One open page with the softphone. */
export interface LabTab {
  readonly id: string;
  readonly softphone: Softphone;
  /** Streams shows these contacts in this tab. */
  see(...contacts: readonly ContactObservation[]): void;
  /** The page stops in its tracks, and its lock is not free yet. */
  freeze(): void;
  /** The other tabs do not hear of it any more, nor it of them; all else goes on. */
  mute(): void;
  /** The page is gone at once: no clean-up runs, no answer arrives any more. */
  crash(): void;
}

export interface Lab {
  readonly clock: FakeClock;
  readonly browser: FakeBrowser;
  readonly org: FakeOrg;
  /** The browser says that it is online again. */
  reconnect(): void;
  /** `early` runs before it is known which tab leads. */
  open(configuration?: ConfigurationResponse, early?: (softphone: Softphone) => void): Promise<LabTab>;
}

const NO_LOCK: Lock = {
  hold(_name, acquired) {
    acquired();
    return () => undefined;
  },
};

export interface LabOptions {
  /** `false`: every tab gets the lock at once, as if there were none. */
  readonly lock?: boolean;
  /** Another lab's, whose browser is a second one at the same time. */
  readonly clock?: FakeClock;
  /** What the ids of its tabs begin with; two browsers at one org need two. */
  readonly name?: string;
}

export function createLab({ lock = true, clock = createFakeClock(), name = 'tab' }: LabOptions = {}): Lab {
  const browser = createFakeBrowser(clock);
  const org = createFakeOrg();
  const ids = createFakeIds(name);
  const reconnected = new Set<() => void>();

  function mortal(isDead: () => boolean): { clock: Clock; wrap: (runner: ActionRunner) => ActionRunner } {
    const unlessDead = <T>(result: Promise<RunnerResult<T>>): Promise<RunnerResult<T>> =>
      result.then((value) => (isDead() ? new Promise<never>(() => undefined) : value));
    return {
      clock: {
        now: clock.now,
        setTimer: (delayMs, run) => clock.setTimer(delayMs, () => (isDead() ? undefined : run())),
      },
      wrap: (runner) => ({
        lookUp: (request) => unlessDead(runner.lookUp(request)),
        apply: (request) => unlessDead(runner.apply(request)),
        open: (request) => unlessDead(runner.open(request)),
      }),
    };
  }

  return {
    clock,
    browser,
    org,
    reconnect: () => reconnected.forEach((run) => run()),
    async open(config = configuration(), early = () => undefined) {
      const id = ids.next();
      let dead = false;
      const life = mortal(() => dead);
      const { freeze, mute, kill, ...shared } = browser.openTab();
      const softphone = createSoftphone({
        configuration: config,
        tabId: id,
        ports: {
          ...shared,
          ...(lock ? {} : { lock: NO_LOCK }),
          clock: life.clock,
          ids: createFakeIds(`${id}-id`),
          runner: life.wrap(org.runnerOf(id)),
          onReconnect(run) {
            const unlessDead = (): void => (dead ? undefined : run());
            reconnected.add(unlessDead);
            return () => void reconnected.delete(unlessDead);
          },
        },
      });
      softphone.start();
      early(softphone);
      await clock.advance(10);
      return {
        id,
        softphone,
        see: (...contacts) => softphone.observe(agentObservation(clock.now(), contacts)),
        freeze() {
          dead = true;
          freeze();
        },
        mute,
        crash() {
          dead = true;
          kill();
        },
      };
    },
  };
}
