import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import { find, findAll, mount, settle, unmountAll } from '../../../../../test/support/mount.ts';
import PacelineWrapUp from '../pacelineWrapUp.ts';

const RECORD = 'a00000000000001AAA';
const DRAFT = 'paceline/draft/call-1';

type Field = HTMLElement & { readonly value: string };
type Select = Field & { readonly options: readonly { readonly label: string; readonly value: string }[] };
type WrapUp = HTMLElement & { callKey: string; interactionId: string | null };

const update = jest.mocked(updateRecord);
const record = getRecord as unknown as { emit(data: unknown): void; getLastConfig(): unknown };
const picklist = getPicklistValues as unknown as { emit(data: unknown): void; getLastConfig(): unknown };

const field = (value: string) => ({ value, displayValue: null });
const toggle = (element: Element) => find(element, 'lightning-button');
const notes = (element: Element) => find<Field>(element, 'lightning-textarea');
const disposition = (element: Element) => find<Select>(element, 'lightning-select');
const status = (element: Element) => find(element, '[role="status"]').textContent;

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
  sessionStorage.clear();
  update.mockReset().mockResolvedValue({ id: RECORD });
});

afterEach(unmountAll);

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
    expect(update).not.toHaveBeenCalled();
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
    expect(update).not.toHaveBeenCalled();
    expect(sessionStorage.getItem(DRAFT)).toBe('{"Notes__c":"Wants an offer."}');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
    expect(sessionStorage.getItem(DRAFT)).toBeNull();
    await change(disposition(element), 'sold');
    expect(update.mock.calls).toEqual([
      [{ fields: { Id: RECORD, Notes__c: 'Wants an offer.' } }],
      [{ fields: { Id: RECORD, Disposition__c: 'sold' } }],
    ]);
    expect([notes(element).value, disposition(element).value]).toEqual(['Wants an offer.', 'sold']);
  });

  it('takes a disposition as text where its values are not to be had', async () => {
    const element = await open(RECORD);
    const input = find(element, 'lightning-input');
    await change(input, 'Sold');
    await leave(input);
    expect(update.mock.calls).toEqual([[{ fields: { Id: RECORD, Disposition__c: 'Sold' } }]]);
  });

  it('keeps edits until the record exists, then saves them', async () => {
    const element = await open(null);
    await change(notes(element), 'Early.');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Kept');
    expect(update).not.toHaveBeenCalled();
    element.interactionId = RECORD;
    await settle();
    expect(update.mock.calls).toEqual([[{ fields: { Id: RECORD, Notes__c: 'Early.' } }]]);
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
    expect(update.mock.calls).toEqual([[{ fields: { Id: RECORD, Notes__c: 'Early.' } }]]);
  });

  it.each(['no JSON', '7', '{"Notes__c":7}'])('is empty when what is stored is %s', async (stored) => {
    sessionStorage.setItem(DRAFT, stored);
    const element = await open(RECORD);
    expect(notes(element).value).toBe('');
    expect(update).not.toHaveBeenCalled();
  });

  it("says why it could not save, in the platform's words, and saves on Retry", async () => {
    update.mockRejectedValueOnce({
      status: 400,
      body: {
        output: { errors: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Too short' }] },
      },
    });
    const element = await open(RECORD);
    await change(notes(element), 'x');
    await leave(notes(element));
    expect(status(element)).toBe('c.Paceline_Notes_Not_Saved');
    expect(sessionStorage.getItem(DRAFT)).toBe('{"Notes__c":"x"}');
    const retry = findAll(element, 'lightning-button')[1];
    retry?.click();
    await settle();
    expect(status(element)).toBe('c.Paceline_Notes_Saved');
    expect(update).toHaveBeenCalledTimes(2);
  });

  it('saves what was entered while it was saving', async () => {
    let finish: (record: { id: string }) => void = () => undefined;
    update.mockReturnValueOnce(
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
    finish({ id: RECORD });
    await settle();
    expect(update.mock.calls).toEqual([
      [{ fields: { Id: RECORD, Notes__c: 'One' } }],
      [{ fields: { Id: RECORD, Notes__c: 'One, two' } }],
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
});
