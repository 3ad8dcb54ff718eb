import { APPLICATION_SCOPE, subscribe, unsubscribe } from 'lightning/messageService';
import COMMANDS from '@salesforce/messageChannel/Paceline_Commands__c';
import DIALER from '@salesforce/messageChannel/Paceline_Dialer__c';
import { createMessageChannelCarrier } from 'c/pacelineCore';
import type { MessageContextValue, MessageSubscription } from 'lightning/messageService';
import type { Carrier, Stop } from 'c/pacelineCore';

/** The dialler's messages as another component publishes them on `Paceline_Dialer__c`. */
export function createDialerChannel(context: MessageContextValue): Carrier {
  return createMessageChannelCarrier({
    subscribe: (listener) => subscribe(context, DIALER, listener, { scope: APPLICATION_SCOPE }),
    unsubscribe: (subscription) => unsubscribe(subscription as MessageSubscription),
  });
}

/** Hands the message of every command `tell-dialer` on `Paceline_Commands__c` to the dialler's page. */
export function connectDialerCommands(context: MessageContextValue, post: (message: unknown) => void): Stop {
  const subscription = subscribe(
    context,
    COMMANDS,
    (command) => {
      const { kind, payload } = (command ?? {}) as { readonly kind?: unknown; readonly payload?: unknown };
      if (kind !== 'tell-dialer' || typeof payload !== 'object' || payload === null) return;
      if (Object.hasOwn(payload, 'message')) post((payload as { readonly message: unknown }).message);
    },
    { scope: APPLICATION_SCOPE },
  );
  return () => unsubscribe(subscription);
}
