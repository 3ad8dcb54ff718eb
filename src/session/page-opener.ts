import { describeError } from '../errors.ts';
import type { ActionRunner, OpenRequest, OpenResult, RunnerResult } from '../model/action-runner.ts';
import type { Clock, Ids } from '../model/ports.ts';
import { checkUrl } from '../rules/resolve/check-url.ts';
import type { Focus } from './focus.ts';
import type { TabLink } from './tab-link.ts';

/** Another tab has so long to say that it opens the page; after that it may not, and this tab does. */
const ACKNOWLEDGE_MS = 1_000;
/** What was asked longer ago is not begun any more: the answer would come too late. */
const BEGIN_WITHIN_MS = 500;
const RESULT_MS = 12_000;

interface PageOpenerOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly link: TabLink;
  readonly focus: Focus;
  readonly runner: Pick<ActionRunner, 'open'>;
  /** Hosts that rules may open. */
  readonly allowedHosts: readonly string[];
}

/** Opens a page in the tab that the agent looks at, or in `inTab` because the agent asked for it there. */
export type PageOpener = (request: OpenRequest, inTab: string | null) => Promise<RunnerResult<OpenResult>>;

/** Also serves the other tabs: what they ask for opens here. */
export function createPageOpener({
  clock,
  ids,
  link,
  focus,
  runner,
  allowedHosts,
}: PageOpenerOptions): PageOpener {
  interface Asked {
    readonly acknowledged: () => void;
    readonly finished: (result: RunnerResult<OpenResult>) => void;
  }
  const asked = new Map<string, Asked>();

  /** What was stored, or comes from another tab, has not been checked in this page. */
  function refusalOf({ target }: OpenRequest): string | null {
    const checked = target.kind === 'web' ? checkUrl(target.url, allowedHosts) : null;
    return checked === null || checked.ok ? null : checked.reason;
  }

  async function openHere(request: OpenRequest, wanted: boolean): Promise<RunnerResult<OpenResult>> {
    const refusal = refusalOf(request);
    if (refusal !== null) return { ok: false, failure: { code: 'REFUSED', message: refusal, heals: false } };
    try {
      return await runner.open(!wanted && focus.isTyping() ? { ...request, where: 'background' } : request);
    } catch (error) {
      return { ok: false, failure: { code: 'UNKNOWN', message: describeError(error), heals: false } };
    }
  }

  function openThere(to: string, request: OpenRequest, wanted: boolean): Promise<RunnerResult<OpenResult>> {
    return new Promise((resolve) => {
      const id = ids.next();
      const settle = (result: RunnerResult<OpenResult> | Promise<RunnerResult<OpenResult>>): void => {
        asked.delete(id);
        stopTimer();
        resolve(result);
      };
      const silent = (): void => {
        focus.forget(to);
        settle(openHere(request, false));
      };
      const unsure = (): void =>
        settle({
          ok: false,
          failure: {
            code: 'TIMEOUT',
            message: 'The tab did not confirm that it opened the page',
            heals: false,
          },
        });
      let stopTimer = clock.setTimer(ACKNOWLEDGE_MS, silent);
      const acknowledged = (): void => {
        stopTimer();
        stopTimer = clock.setTimer(RESULT_MS, unsure);
      };
      asked.set(id, { acknowledged, finished: settle });
      link.post({ type: 'open', to, id, until: clock.now() + BEGIN_WITHIN_MS, asked: wanted, request });
    });
  }

  link.listen((message, from) => {
    if (!('to' in message) || message.to !== link.tabId) return;
    if (message.type === 'opening') asked.get(message.id)?.acknowledged();
    else if (message.type === 'opened') asked.get(message.id)?.finished(message.result);
    else if (clock.now() <= message.until) {
      const { id } = message;
      link.post({ type: 'opening', to: from, id });
      void openHere(message.request, message.asked).then((result) =>
        link.post({ type: 'opened', to: from, id, result }),
      );
    }
  });

  return (request, inTab) => {
    const to = inTab ?? focus.lookedAt();
    return to === link.tabId ? openHere(request, inTab !== null) : openThere(to, request, inTab !== null);
  };
}
