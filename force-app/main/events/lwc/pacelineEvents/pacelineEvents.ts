import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import EVENTS from '@salesforce/messageChannel/Paceline_Events__c';
import COMMANDS from '@salesforce/messageChannel/Paceline_Commands__c';
import type { MessageContextValue } from 'lightning/messageService';
import type { CallView, CtiEvent, PublishedMessage, Softphone, Stop } from 'c/pacelineCore';
import { readCommand } from './command.ts';
import { findOutcomes, listStatuses } from './outcomes.ts';
import type { OutcomeMessage } from './outcomes.ts';

export { connectDialerCommands, createDialerChannel } from './dialer.ts';
export type { OutcomeMessage } from './outcomes.ts';

/** Grows when a field of the messages changes its meaning. */
const VERSION = 1;

/** A message on the channel `Paceline_Events__c`; plain data. */
export type PacelineMessage =
  | { readonly kind: 'event'; readonly version: number; readonly event: CtiEvent; readonly call: CallView }
  | { readonly kind: 'outcome'; readonly version: number; readonly outcome: OutcomeMessage }
  | { readonly kind: 'message'; readonly version: number; readonly message: PublishedMessage };

/**
 * Puts a softphone on the Lightning message service: events, outcomes and the messages of rules go out on
 * `Paceline_Events__c`, from the tab that works; commands come in on `Paceline_Commands__c`. `onCommand` is told of
 * every accepted command before the softphone gets it.
 */
export function connectEvents(
  context: MessageContextValue,
  softphone: Softphone,
  onCommand: () => void,
): Stop {
  const send = (message: PacelineMessage): void => publish(context, EVENTS, message);

  let seen = listStatuses(softphone.view());
  const stops: Stop[] = [
    softphone.subscribeEvents((event, call) => send({ kind: 'event', version: VERSION, event, call })),
    softphone.subscribeMessages((message) => send({ kind: 'message', version: VERSION, message })),
    softphone.subscribe((view) => {
      const outcomes = view.role === 'leader' ? findOutcomes(seen, view) : [];
      seen = listStatuses(view);
      for (const outcome of outcomes) send({ kind: 'outcome', version: VERSION, outcome });
    }),
  ];
  const subscription = subscribe(
    context,
    COMMANDS,
    (message) => {
      const command = readCommand(message);
      if (command === undefined) return;
      onCommand();
      softphone.command(command);
    },
    { scope: APPLICATION_SCOPE },
  );
  stops.push(() => unsubscribe(subscription));
  return () => {
    for (const stop of stops) stop();
  };
}
