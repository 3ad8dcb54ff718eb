import type { FieldValue, FieldValues, WrapUpFields } from '../../../src/model/apex-contract.ts';
import { cutText } from '../../../src/rules/merge/cut-text.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';

const GAP = '\n\n';
const CUT_MARK = '…';

/** Which fields of a call's Task take the agent's disposition and notes, and the disposition that it has without. */
export interface WrapUp {
  readonly disposition: string | null;
  readonly notes: string | null;
  readonly plain: string | null;
}

/** Longest text of a field of Task. */
export type LengthOf = (field: string) => number;

const evened = (text: FieldValue | undefined): string =>
  String(text ?? '')
    .replaceAll('\r\n', '\n')
    .trim();

const joined = (notes: string, rest: string): string =>
  [evened(notes), evened(rest)].filter((part) => part !== '').join(GAP);

/** Somebody may have edited the Task: text that does not begin with the notes any more stays whole. */
function withoutNotes(text: string, notes: string, length: number): string {
  const start = evened(notes);
  if (start === '') return text;
  if (text.startsWith(start + GAP)) return text.slice((start + GAP).length);
  return text === start || text === cutText(start + GAP + CUT_MARK, length) ? '' : text;
}

/** The Task of a close with what the interaction holds, still to be cut, and what must be known to keep it up with that. */
export function fillTask(
  task: FieldValues,
  fields: WrapUpFields | undefined,
  row: OrgRecord,
): { readonly task: FieldValues; readonly wrapUp: WrapUp | null } {
  if (fields === undefined) return { task, wrapUp: null };
  const { disposition = null, notes = null } = fields;
  const filled: Record<string, FieldValue> = { ...task };
  const chosen = evened(textOf(row, 'Disposition__c'));
  const entered = textOf(row, 'Notes__c');
  if (disposition !== null && chosen !== '') filled[disposition] = chosen;
  if (notes !== null && evened(entered) !== '') filled[notes] = joined(entered, String(task[notes] ?? ''));
  const plain = disposition === null ? null : String(task[disposition] ?? '');
  return { task: filled, wrapUp: { disposition, notes, plain } };
}

/** What changes in the Task when these fields of its interaction were edited. */
export function followTask(
  task: OrgRecord,
  wrapUp: WrapUp,
  rows: { readonly before: OrgRecord; readonly after: OrgRecord },
  edited: readonly string[],
  lengthOf: LengthOf,
): FieldValues {
  const { disposition, notes, plain } = wrapUp;
  const wanted: Record<string, string> = {};
  if (disposition !== null && edited.includes('Disposition__c')) {
    const chosen = evened(textOf(rows.after, 'Disposition__c'));
    wanted[disposition] = chosen === '' ? evened(plain) : chosen;
  }
  if (notes !== null && edited.includes('Notes__c')) {
    const rest = withoutNotes(evened(textOf(task, notes)), textOf(rows.before, 'Notes__c'), lengthOf(notes));
    wanted[notes] = joined(textOf(rows.after, 'Notes__c'), rest);
  }
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([field, text]) => [field, cutText(text, lengthOf(field))] as const)
      .filter(([field, text]) => text !== evened(textOf(task, field))),
  );
}

/** The Task fields that take one of these fields of the interaction. */
export function fieldsFor(wrapUp: WrapUp, edited: readonly string[]): readonly string[] {
  return [
    ...(wrapUp.disposition !== null && edited.includes('Disposition__c') ? [wrapUp.disposition] : []),
    ...(wrapUp.notes !== null && edited.includes('Notes__c') ? [wrapUp.notes] : []),
  ];
}
