import { parsePacingMode } from '../catalog/parse-word.ts';
import type { PacingMode, Setup } from '../catalog/vocabulary.ts';
import { PACING_MODES } from '../catalog/vocabulary.ts';
import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { initialLeg, legsOf } from './legs.ts';
import { pacingOfQueue } from './pacing-of-queue.ts';

/** A pacing mode, where it came from, and the attribute value that had to be skipped because it names none. */
export interface ResolvedPacing {
  readonly mode: PacingMode;
  readonly source: string;
  readonly rejected: string | null;
}

/** The contact's pacing attribute as it was written. */
export function readPacingAttribute(
  { attributes }: ContactObservation,
  { pacingAttribute }: EventSettings,
): string | undefined {
  return Object.hasOwn(attributes, pacingAttribute) ? attributes[pacingAttribute] : undefined;
}

/**
 * The pacing mode of a contact; the first hit wins: attribute, native preview, queue map, callback setting, type of
 * the initial leg. An attribute value that names no pacing mode is handed back and skipped, never guessed.
 */
export function resolvePacing(contact: ContactObservation, settings: EventSettings): ResolvedPacing {
  const { pacingAttribute } = settings;
  const value = readPacingAttribute(contact, settings);
  const fromAttribute = parsePacingMode(value);
  if (fromAttribute !== undefined) {
    return { mode: fromAttribute, source: `attribute ${pacingAttribute}`, rejected: null };
  }
  const rejected = value === undefined || value.trim() === '' ? null : value;
  if (contact.initiationMethod === 'campaign_preview') {
    const mode = settings.setup === 'hvoc' ? 'direct-preview' : 'preview';
    return { mode, source: 'initiation method campaign_preview', rejected };
  }
  const fromQueue = pacingOfQueue(contact, settings);
  if (fromQueue !== undefined && fromQueue !== 'tether') {
    return {
      mode: fromQueue,
      source: `queue ${contact.queue?.name ?? contact.queue?.id ?? ''}`.trim(),
      rejected,
    };
  }
  if (contact.type === 'queue_callback') {
    return { mode: settings.queueCallbackPacing, source: 'setting queueCallbackPacing', rejected };
  }
  return initialLeg(legsOf(contact))?.type === 'outbound'
    ? { mode: 'manual-outbound', source: 'initial connection of type outbound', rejected }
    : { mode: 'inbound', source: 'no sign of any other pacing mode', rejected };
}

/** What an admin can do about a pacing mode that a setup has no row for; null when it has rows. */
export function hintForPacing(setup: Setup, mode: PacingMode): string | null {
  if (setup === 'hvoc' && mode === 'preview') {
    return `the HVOC setup calls this pacing mode ${PACING_MODES['direct-preview']}: tag the call direct-preview`;
  }
  if (setup === 'tethered' && mode === 'direct-preview') {
    return `the tethered setup calls this pacing mode ${PACING_MODES.preview}: tag the call preview`;
  }
  return null;
}
