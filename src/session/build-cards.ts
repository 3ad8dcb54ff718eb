import type { CallView } from '../model/call-view.ts';
import type { ActionView, CallCard } from '../model/softphone-view.ts';
import type { TraceLog } from '../trace/trace-log.ts';

/** The cards of a softphone, in the order of the calls. */
export function buildCards(
  calls: readonly CallView[],
  actionsOf: (callKey: string) => readonly ActionView[],
  trace: TraceLog,
): readonly CallCard[] {
  return calls.map((call) => {
    const timeline = trace.ofCall(call.callKey);
    const last = timeline.findLast((entry) => entry.kind === 'event');
    return { call, sentence: last?.text ?? '', actions: actionsOf(call.callKey), timeline };
  });
}
