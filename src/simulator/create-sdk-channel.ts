import { contactById, contactFor } from './contact-rules.ts';
import { engagePreview } from './call-verbs.ts';
import type { EngineContext } from './engine-context.ts';
import { refusalOf } from './refusal.ts';
import type { SdkHandler, SdkMessage } from './sdk-channel.ts';
import { agentLeg, isLive } from './sim-contact.ts';

interface SdkTopic {
  readonly namespace: string;
  readonly key: string;
  readonly parameter?: string;
}

/** The messages that are published when a leg is put on hold or taken off it. */
export function holdMessage(contactId: string, legId: string, held: boolean): SdkMessage {
  const key = held ? 'voice/participantHold' : 'voice/participantResume';
  return {
    type: 'publish',
    topic: { namespace: 'aws.connect.voice', key, parameter: legId } satisfies SdkTopic,
    data: { contactId, participantId: legId },
  };
}

function answerCommand(context: EngineContext, command: string, contactId: string): unknown {
  const contact = contactById(context, contactId);
  switch (command) {
    case 'contact/isPreviewMode':
      return { isPreviewMode: contact.preview !== null && !contact.engaged && isLive(contact) };
    case 'contact/getPreviewConfiguration':
      return contact.preview ?? { autoDialTimeout: null, canDiscardPreview: false };
    case 'contact/engagePreviewContact': {
      const preview = contactFor(context, 'engage', contactId);
      engagePreview(context, preview);
      return { participantId: agentLeg(preview)?.connectionId ?? null };
    }
    default:
      return undefined;
  }
}

function answerRequest(context: EngineContext, message: SdkMessage): SdkMessage {
  const { namespace, requestId, command } = message;
  const parameters = (message['data'] ?? {}) as { contactId?: unknown };
  const failed = (errorKey: string, reason: string): SdkMessage => ({
    type: 'response',
    namespace,
    requestId,
    isError: true,
    errorKey,
    reason,
    details: { command },
  });
  try {
    const data = answerCommand(context, String(command), String(parameters.contactId ?? ''));
    if (data === undefined) return failed('noSuchCommand', `the simulator does not know ${String(command)}`);
    return { type: 'response', namespace, requestId, isError: false, data };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return failed(refusal.type, refusal.message);
  }
}

export interface SdkChannel {
  readonly handle: SdkHandler;
  /** True when the page subscribed to what the message publishes. */
  wants(message: SdkMessage): boolean;
}

/** One page's SDK channel: handshake, preview commands, subscriptions to participant hold and resume. */
export function createSdkChannel(context: EngineContext): SdkChannel {
  const topics = new Map<string, SdkTopic>();
  const keyOf = (topic: SdkTopic): string => `${topic.namespace} ${topic.key} ${topic.parameter ?? ''}`;
  return {
    handle(message) {
      switch (message.type) {
        case 'cross-domain-site-ready':
          return {
            type: 'acknowledge',
            connectionId: context.ids.next(),
            status: { initialized: true, startTime: context.time().getTime() },
            healthCheckInterval: 0,
          };
        case 'request':
          return answerRequest(context, message);
        case 'subscribe':
          topics.set(keyOf(message['topic'] as SdkTopic), message['topic'] as SdkTopic);
          return null;
        case 'unsubscribe':
          topics.delete(keyOf(message['topic'] as SdkTopic));
          return null;
        default:
          return null;
      }
    },
    wants: (message) => topics.has(keyOf(message['topic'] as SdkTopic)),
  };
}
