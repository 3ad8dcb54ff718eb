import type { CallCard } from '../model/softphone-view.ts';
import type { TraceLog } from '../trace/trace-log.ts';
import type { Leader } from './leader.ts';

/** The cards of a softphone, in the order of the calls. */
export function buildCards(
  leader: Pick<Leader, 'calls' | 'matchOf' | 'interactionOf' | 'actionsOf' | 'isOver'>,
  trace: TraceLog,
): readonly CallCard[] {
  return leader.calls().map((call) => {
    const { callKey } = call;
    const timeline = trace.ofCall(callKey);
    const last = timeline.findLast((entry) => entry.kind === 'event');
    const actions = leader.actionsOf(callKey);
    return {
      call,
      match: leader.matchOf(callKey),
      interactionId: leader.interactionOf(callKey),
      sentence: last?.text ?? '',
      actions,
      canDismiss: leader.isOver(callKey) && actions.some(({ status }) => status === 'failed'),
      timeline,
    };
  });
}
