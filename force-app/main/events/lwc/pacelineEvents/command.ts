import type { SoftphoneCommand } from 'c/pacelineCore';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The command in a message of the channel `Paceline_Commands__c`, or undefined when it is none that the softphone knows. */
export function readCommand(message: unknown): SoftphoneCommand | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, payload } = message as { readonly kind?: unknown; readonly payload?: unknown };
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { key, recordId, callKey } = payload as Readonly<Record<string, unknown>>;
  if (kind === 'dismiss-call') return isText(callKey) ? { kind, callKey } : undefined;
  if (!isText(key)) return undefined;
  if (kind === 'retry-action' || kind === 'open-offer') return { kind, key };
  if (kind === 'choose-match' && (recordId === null || isText(recordId))) return { kind, key, recordId };
  return undefined;
}
