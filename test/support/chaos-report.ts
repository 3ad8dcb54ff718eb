import type { CtiEvent } from '../../src/model/cti-event.ts';
import { textOf } from '../../workbench/org/org-record.ts';
import type { OrgRecord } from '../../workbench/org/org-record.ts';
import type { PlayedCall } from './chaos-call.ts';
import type { ChaosOrg } from './chaos-org.ts';
import { repeated } from './chaos-tools.ts';

/** Contact ids, each with what is wrong about it. */
export interface ChaosReport {
  /** Calls of which a page told an event. */
  readonly calls: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Durations that are more than a second off though the row says that the end was observed. */
  readonly wrong: readonly string[];
  /** Records that do not carry the caller that was found, or that the agent chose. */
  readonly unrelated: readonly string[];
  /** Answered calls whose end was observed, so that their durations were compared. */
  readonly observed: number;
}

/** Who called. */
export interface KnownCaller {
  /** The only record of the caller, or the one that the agent picks; null for none of them, undefined for no answer. */
  readonly answer: string | null | undefined;
  readonly wasAsked: boolean;
  /** A softphone certainly knows. */
  isHeard: boolean;
}

/** What the softphones told of a call. */
export interface ToldCall {
  readonly events: Set<CtiEvent['event']>;
  /** The same for each browser. */
  readonly byPlace: Map<string, Set<CtiEvent['event']>>;
}

/** What was played, and what the softphones said of it. */
export interface ChaosDiary {
  readonly calls: ReadonlyMap<string, PlayedCall>;
  readonly told: ReadonlyMap<string, ToldCall>;
  readonly callers: ReadonlyMap<string, KnownCaller>;
  /** Browser and record of every page that opened by itself. */
  readonly opened: readonly string[];
}

const seconds = (row: OrgRecord | undefined, field: string): number | null =>
  row === undefined || textOf(row, field) === '' ? null : Number(textOf(row, field));

function byText(rows: readonly OrgRecord[], field: string): ReadonlyMap<string, OrgRecord> {
  return new Map(rows.map((row) => [textOf(row, field), row]));
}

function describeWrong(call: PlayedCall, row: OrgRecord, task: OrgRecord | undefined): readonly string[] {
  const { connectedAt, endedAt, heldMs } = call.truth();
  if (connectedAt === null || endedAt === null) return [];
  const lasted = endedAt - connectedAt;
  const parts: readonly (readonly [string, number | null, number])[] = [
    ['Talk_Seconds__c', seconds(row, 'Talk_Seconds__c'), lasted - heldMs],
    ['Hold_Seconds__c', seconds(row, 'Hold_Seconds__c'), heldMs],
  ];
  const whole = ['CallDurationInSeconds', seconds(task, 'CallDurationInSeconds'), lasted] as const;
  const compared = [whole, ...(call.hidesHold() ? [] : parts)];
  return compared
    .filter(([, is, should]) => is === null || Math.abs(is - Math.round(should / 1000)) > 1)
    .map(([field, is, should]) => `${call.id}: ${field} is ${is}, not ${should / 1000}`);
}

/** What the org holds in the end, compared with what was played. */
export function reportChaos(org: ChaosOrg, diary: ChaosDiary): ChaosReport {
  const interactions = org.records('Paceline_Interaction__c');
  const tasks = org.records('Task');
  const cases = org.records('Case');
  const rowOf = byText(interactions, 'Contact_Id__c');
  const taskOf = byText(tasks, 'CallObject');
  const caseOf = byText(cases, 'Subject');

  const lost: string[] = [];
  const wrong: string[] = [];
  const unrelated: string[] = [];
  let observed = 0;
  for (const [id, { events, byPlace }] of diary.told) {
    const call = diary.calls.get(id);
    const [row, task] = [rowOf.get(id), taskOf.get(id)];
    const isTaken = events.has('connected');
    if (row === undefined) lost.push(`${id}: no interaction`);
    else if (textOf(row, 'Log_State__c') !== 'closed') lost.push(`${id}: its interaction is open`);
    if (task === undefined) lost.push(`${id}: no task`);
    if (isTaken && !caseOf.has(id)) lost.push(`${id}: no case`);
    if (call === undefined || row === undefined) continue;
    const seen = [...byPlace.values()];
    if (call.truth().connectedAt !== null && row['Estimated_End__c'] === false) {
      observed += 1;
      wrong.push(...describeWrong(call, row, task));
    } else if (isTaken && !call.hasGap()) wrong.push(`${id}: its times are estimated, though it was watched`);
    const { answer, isHeard = false, wasAsked = false } = diary.callers.get(id) ?? {};
    if (typeof answer !== 'string' || !isHeard) continue;
    // Of two browsers the one that writes first may be the one that was not answered, or that never asked.
    const hasPopped = seen.every((some) => some.has('connecting') || some.has('connected'));
    if (!hasPopped || (wasAsked && byPlace.size > 1)) continue;
    const found = [textOf(row, 'Contact__c'), task === undefined ? '' : textOf(task, 'WhoId')];
    if (found.some((recordId) => recordId !== answer))
      unrelated.push(`${id}: ${found.join(' and ')} instead of ${answer}`);
  }
  const ids = [
    interactions.map((row) => textOf(row, 'Contact_Id__c')),
    tasks.map((row) => textOf(row, 'CallObject')),
    cases.map((row) => textOf(row, 'Subject')),
  ];
  const unknown = [...rowOf.keys(), ...taskOf.keys()].filter((id) => !diary.calls.has(id));
  return {
    calls: diary.told.size,
    lost,
    doubled: [...new Set([...ids, diary.opened].flatMap(repeated)), ...unknown],
    wrong,
    unrelated,
    observed,
  };
}
