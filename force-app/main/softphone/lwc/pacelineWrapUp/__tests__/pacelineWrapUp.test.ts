import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import saveWrapUp from '@salesforce/apex/PacelineInteractionController.saveWrapUp';
import type { WrapUpResponse } from 'c/pacelineCore';
import { find, findAll, mount, settle, unmountAll } from '../../../../../test/support/mount.ts';
import PacelineWrapUp from '../pacelineWrapUp.ts';

jest.mock('@salesforce/apex/PacelineInteractionController.saveWrapUp', () => ({ default: jest.fn() }), {
  virtual: true,
});

const RECORD = 'a00000000000001AAA';
const TASK = '00T000000000001AAA';
const DRAFT = 'paceline/draft/call-1';

type Field = HTMLElement & { readonly value: string };
type Select = Field & { readonly options: readonly { readonly label: string; readonly value: string }[] };
type WrapUp = HTMLElement & { callKey: string; interactionId: string | null };

const save = jest.mocked(saveWrapUp);
const notify = jest.mocked(notifyRecordUpdateAvailable);
const record = getRecord as unknown as { emit(data: unknown): void; getLastConfig(): unknown };
const picklist = getPicklistValues as unknown as { emit(data: unknown): void; getLastConfig(): unknown };

const field = (value: string) => ({ value, displayValue: null });
const toggle = (element: Element) => find(element, 'lightning-button');
const notes = (element: Element) => find<Field>(element, 'lightning-textarea');
const disposition = (element: Element) => find<Select>(element, 'lightning-select');
const status = (element: Element) => find(element, '[role="status"]').textContent;

function saved(changes: Partial<WrapUpResponse> = {}): WrapUpResponse {
  return { interactionId: RECORD, taskId: null, error: null, taskError: null, ...changes };
}

/** What was asked of the server, in order. */
const requests = (): unknown[] =>
  save.mock.calls.map(([parameters = {}]) => {
    const { requestJson } = parameters;
    return JSON.parse(String(requestJson)) as unknown;
  });

async function change(target: HTMLElement, value: string): Promise<void> {
  target.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function leave(target: HTMLElement): Promise<void> {
  target.dispatchEvent(new CustomEvent('blur'));
  await settle();
}

async function appear(interactionId: string | null): Promise<WrapUp> {
  return (await mount('c-paceline-wrap-up', PacelineWrapUp, { callKey: 'call-1', interactionId })) as WrapUp;
}

async function open(interactionId: string | null): Promise<WrapUp> {
  const element = await appear(interactionId);
  toggle(element).click();
  await settle();
  return element;
}

async function offerDispositions(): Promise<void> {
  picklist.emit({ values: [{ label: 'Sold', value: 'sold', attributes: null, validFor: [] }] });
  await settle();
}

beforeEach(() => {
  jest.useFakeTimers();
  sessionStorage.clear();
  save.mockReset().mockResolvedValue(saved());
  notify.mockReset().mockResolvedValue(undefined);
});

afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('c-paceline-wrap-up', () => {
  it('is folded and asks the org for nothing until the agent opens it', async () => {
    const element = await appear(RECORD);
    expect(findAll(element, 'lightning-textarea')).toEqual([]);
    expect(record.getLastConfig()).toEqual({ optionalFields: expect.any(Array) as unknown });
    toggle(element).click();
    await settle();
    expect(record.getLastConfig()).toEqual({
      recordId: RECORD,
      optionalFields: expect.any(Array) as unknown,
    });
    expect(save).not.toHaveBeenCalled();
  });

  it('shows what the record holds, and a disposition that the picklist does not know', async () => {
    const element = await open(RECORD);
    await offerDispositions();
    record.emit({ id: RECORD, fields: { Notes__c: field('Asked twice.'), Disposition__c: field('Other') } });
    await settle();
    expect(notes(element).value).toBe('Asked twice.');
    expect(disposition(element).value).toBe('Other');
    expect(disposition(element).options).toEqual([
      { label: 'c.Paceline_Disposition_None', value: '' },
      { label: 'Sold', value: 'sold' },
      { label: 'Other', value: 'Other' },
    ]);
  });

  it('saves the notes when the agent leaves them, and a disposition at once, each alone', async () => {
    const element = await open(RECORD);
    await offerDispositions();
    await change(notes(element), 'Wants an offer.');
    expect(save).not.toHaveBeenCalled();
    expect(sessionStorage.getItem(DRAFT)).toBe('{"Notes__c":"Wants an offer."}');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
    expect(sessionStorage.getItem(DRAFT)).toBeNull();
    await change(disposition(element), 'sold');
    expect(requests()).toEqual([
      { callKey: 'call-1', interactionId: RECORD, notes: 'Wants an offer.' },
      { callKey: 'call-1', interactionId: RECORD, disposition: 'sold' },
    ]);
    expect([notes(element).value, disposition(element).value]).toEqual(['Wants an offer.', 'sold']);
  });

  it('takes a disposition as text where its values are not to be had', async () => {
    const element = await open(RECORD);
    const input = find(element, 'lightning-input');
    await change(input, 'Sold');
    await leave(input);
    expect(requests()).toEqual([{ callKey: 'call-1', interactionId: RECORD, disposition: 'Sold' }]);
  });

  it('keeps edits until the record exists, then saves them', async () => {
    const element = await open(null);
    await change(notes(element), 'Early.');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Kept');
    expect(save).not.toHaveBeenCalled();
    element.interactionId = RECORD;
    await settle();
    expect(requests()).toEqual([{ callKey: 'call-1', interactionId: RECORD, notes: 'Early.' }]);
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
  });

  it('has unsaved edits again after a reload, opened', async () => {
    const before = await open(null);
    await change(notes(before), 'Early.');
    unmountAll();
    const element = await appear(null);
    expect(notes(element).value).toBe('Early.');
    expect(status(element)).toBe('c.Paceline_Notes_Kept');
    unmountAll();
    await appear(RECORD);
    expect(requests()).toEqual([{ callKey: 'call-1', interactionId: RECORD, notes: 'Early.' }]);
  });

  it.each(['no JSON', '7', '{"Notes__c":7}'])('is empty when what is stored is %s', async (stored) => {
    sessionStorage.setItem(DRAFT, stored);
    const element = await open(RECORD);
    expect(notes(element).value).toBe('');
    expect(save).not.toHaveBeenCalled();
  });

  it("says why it could not save, in the platform's words, and saves on Retry", async () => {
    const error = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Too short', fields: [] };
    save.mockResolvedValueOnce(saved({ error }));
    const element = await open(RECORD);
    await change(notes(element), 'x');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Not_Saved');
    expect(sessionStorage.getItem(DRAFT)).toBe('{"Notes__c":"x"}');
    const retry = findAll(element, 'lightning-button')[1];
    retry?.click();
    await settle();
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
    expect(requests()).toEqual([
      { callKey: 'call-1', interactionId: RECORD, notes: 'x' },
      { callKey: 'call-1', interactionId: RECORD, notes: 'x' },
    ]);
  });

  it('saves what was entered while it was saving', async () => {
    let finish: (response: WrapUpResponse) => void = () => undefined;
    save.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const element = await open(RECORD);
    await change(notes(element), 'One');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Saving');
    await change(notes(element), 'One, two');
    await leave(notes(element));
    finish(saved());
    await settle();
    expect(requests()).toEqual([
      { callKey: 'call-1', interactionId: RECORD, notes: 'One' },
      { callKey: 'call-1', interactionId: RECORD, notes: 'One, two' },
    ]);
    expect(notes(element).value).toBe('One, two');
  });

  it('says so when the browser stores nothing', async () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const element = await open(null);
    await change(notes(element), 'x');
    expect(status(element)).toBe('c.Paceline_Notes_Unstored');
    setItem.mockRestore();
  });

  it('saves a pause in typing, without a word of the agent, and goes on from what they typed', async () => {
    const element = await open(RECORD);
    await change(notes(element), 'Wants ');
    jest.advanceTimersByTime(4999);
    await change(notes(element), 'Wants an ');
    jest.advanceTimersByTime(4999);
    expect(save).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    await settle();
    record.emit({ id: RECORD, fields: { Notes__c: field('Wants an'), Disposition__c: field('') } });
    await settle();
    expect(requests()).toEqual([{ callKey: 'call-1', interactionId: RECORD, notes: 'Wants an ' }]);
    expect(notes(element).value).toBe('Wants an ');
    await leave(notes(element));
    record.emit({ id: RECORD, fields: { Notes__c: field('Wants an'), Disposition__c: field('') } });
    await settle();
    expect(notes(element).value).toBe('Wants an');
  });

  it('saves what is not saved yet when its card goes', async () => {
    const element = await open(RECORD);
    await change(notes(element), 'Last word.');
    unmountAll();
    await settle();
    expect(requests()).toEqual([{ callKey: 'call-1', interactionId: RECORD, notes: 'Last word.' }]);
    expect(sessionStorage.getItem(DRAFT)).toBeNull();
  });

  it('tells the pages that show the interaction and its log', async () => {
    save.mockResolvedValueOnce(saved({ taskId: TASK }));
    notify.mockRejectedValueOnce(new Error('no page'));
    const element = await open(RECORD);
    await change(notes(element), 'Late.');
    await leave(notes(element));
    expect(notify.mock.calls).toEqual([[[{ recordId: RECORD }, { recordId: TASK }]]]);
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
  });

  it('says that the call log does not have it, and tries that again on Retry', async () => {
    const taskError = { statusCode: 'X', message: 'Completed tasks cannot be changed', fields: [] };
    save.mockResolvedValueOnce(saved({ taskId: TASK, taskError }));
    const element = await open(RECORD);
    await change(notes(element), 'Late.');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Not_In_Log');
    expect(sessionStorage.getItem(DRAFT)).toBe('{"Notes__c":"Late."}');
    findAll(element, 'lightning-button')[1]?.click();
    await settle();
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
    expect(requests()).toEqual([
      { callKey: 'call-1', interactionId: RECORD, notes: 'Late.' },
      { callKey: 'call-1', interactionId: RECORD, notes: 'Late.' },
    ]);
  });

  it('tries by itself what can heal, less and less often, and nothing else', async () => {
    const locked = {
      status: 500,
      body: { message: 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access' },
    };
    const refused = {
      status: 500,
      body: { message: 'NOT_FOUND: This call has no interaction', exceptionType: 'x' },
    };
    save.mockRejectedValueOnce(locked).mockRejectedValueOnce(locked).mockRejectedValueOnce(refused);
    const element = await open(RECORD);
    await change(notes(element), 'Late.');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Not_Saved');
    for (const [waited, calls] of [
      [4999, 1],
      [1, 2],
      [9999, 2],
      [1, 3],
      [600_000, 3],
    ] as const) {
      jest.advanceTimersByTime(waited);
      await settle();
      expect(save).toHaveBeenCalledTimes(calls);
    }
    expect(status(element)).toBe('c.Paceline_Notes_Not_Saved');
  });
});
