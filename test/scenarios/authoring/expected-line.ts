import { AGENT_ARN, contactId, legId } from './scenario-ids.ts';
import { timeOf } from './scenario-clock.ts';
import type { ScenarioContact } from './write-snapshot.ts';

const LABELLED = /^([A-Z])(?:#(\d+))?$/;

/** Words and `name=value` pairs after the cause. */
interface Remarks {
  words: ReadonlySet<string>;
  pairs: ReadonlyMap<string, string>;
}

const WORDS = [
  'receiving',
  'answered',
  'unanswered',
  'estimated',
  'synthetic',
  'replayed',
  'third',
  'third2',
];
const PAIRS = ['no', 'endedBy', 'offer', 'agent'];

function readRemarks(tokens: readonly string[]): Remarks {
  const pairs = new Map<string, string>();
  const words = new Set<string>();
  for (const token of tokens) {
    const [name = '', value] = token.split('=');
    if (value !== undefined && PAIRS.includes(name)) pairs.set(name, value);
    else if (value === undefined && WORDS.includes(name)) words.add(name);
    else throw new TypeError(`"${token}" is no remark`);
  }
  return { words, pairs };
}

const USUAL_EVIDENCE: Readonly<Record<string, string>> = {
  preview: 'contact entered incoming',
  connecting: 'contact entered connecting',
  initiate: 'contact entered connecting',
  connected: 'contact connected and initial leg connected',
  'cust-answered': 'contact connected and initial leg connected',
  hold: 'initial leg entered hold',
  resume: 'initial leg left hold',
  conference: 'three legs are connected',
  acw: 'contact entered ended',
  dropped: 'contact removed',
};

/** The wording that goes with an event unless the scenario gives its own. */
function usualEvidence(event: string, third: string | null): string {
  if (third !== null)
    return `third leg ${third} entered ${event === 'connected' ? 'connected' : 'connecting'}`;
  const usual = USUAL_EVIDENCE[event];
  if (usual === undefined) throw new TypeError(`${event} needs its evidence in quotes`);
  return usual;
}

/**
 * Writes out `> <second> <tuple> <contact or call:id> <cause> [remarks] ["<evidence>"]` as a line of the command's
 * output. Nothing is concluded here: leg, number, causes and flags stand in the scenario as a person wrote them.
 */
export function writeExpectedLine(line: string, contacts: ReadonlyMap<string, ScenarioContact>): string {
  const match = /^>\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*(.*?)\s*(?:"([^"]*)")?$/.exec(line);
  if (match === null) throw new TypeError(`"${line}" is not > <second> <tuple> <call> <cause>`);
  const [, second = '', tuple = '', call = '', cause = '', rest = '', evidence] = match;
  const { words, pairs } = readRemarks(rest.split(/\s+/).filter((token) => token !== ''));
  const [setup, pacingMode, channelType, event] = tuple.split('.');
  const labelled = LABELLED.exec(call);
  const label = labelled?.[1] ?? null;
  const contact = label === null ? undefined : contacts.get(label);
  const callId = label === null ? call.replace(/^call:/, '') : contactId(label);
  const third = words.has('third') ? 'third' : words.has('third2') ? 'third2' : null;
  const dialerConsult = label === null && event === 'consult';
  const initial =
    contact?.initial === 'none' ? null : contact === undefined ? null : contactId(contact.initial);
  const answered = words.has('answered') ? true : words.has('unanswered') ? false : undefined;
  const endedBy = pairs.get('endedBy');
  const agent = pairs.get('agent') === 'none' ? '' : AGENT_ARN;
  return JSON.stringify({
    type: 'event',
    at: timeOf(second),
    tuple,
    setup,
    pacingMode,
    channelType,
    event,
    cause,
    leg: third !== null || dialerConsult ? 'consult' : 'primary',
    legId: label === null ? callId : legId(label, third ?? 'customer'),
    occurrence: Number(pairs.get('no') ?? '1'),
    contactId: label === null ? null : contactId(label),
    initialContactId: initial,
    callId,
    callKey: `${agent}|${callId}|${labelled?.[2] ?? pairs.get('offer') ?? '1'}`,
    receiving: words.has('receiving'),
    ...(endedBy === undefined ? {} : { endedBy }),
    ...(answered === undefined ? {} : { answered }),
    ...(words.has('estimated') ? { estimatedEnd: true } : {}),
    synthetic: words.has('synthetic'),
    replayed: words.has('replayed'),
    evidence: evidence ?? usualEvidence(event ?? '', third === null ? null : legId(label ?? '', third)),
  });
}
