import { LightningElement, api, wire } from 'lwc';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import saveWrapUp from '@salesforce/apex/PacelineInteractionController.saveWrapUp';
import NOTES_FIELD from '@salesforce/schema/Paceline_Interaction__c.Notes__c';
import DISPOSITION_FIELD from '@salesforce/schema/Paceline_Interaction__c.Disposition__c';
import WRAP_UP from '@salesforce/label/c.Paceline_Wrap_Up';
import NOTES from '@salesforce/label/c.Paceline_Notes';
import DISPOSITION from '@salesforce/label/c.Paceline_Disposition';
import DISPOSITION_NONE from '@salesforce/label/c.Paceline_Disposition_None';
import SAVING from '@salesforce/label/c.Paceline_Notes_Saving';
import SAVED from '@salesforce/label/c.Paceline_Notes_Saved';
import KEPT from '@salesforce/label/c.Paceline_Notes_Kept';
import UNSTORED from '@salesforce/label/c.Paceline_Notes_Unstored';
import NOT_IN_LOG from '@salesforce/label/c.Paceline_Notes_Not_In_Log';
import NOT_SAVED from '@salesforce/label/c.Paceline_Notes_Not_Saved';
import RETRY from '@salesforce/label/c.Paceline_Retry';
import { describeFailure } from 'c/pacelineActionRunner';
import { createTabStore } from 'c/pacelinePlatform';
import { fillIn } from 'c/pacelineWords';
import type { WrapUpResponse } from 'c/pacelineCore';
import type { FieldId } from '@salesforce/schema/*';
import type { PicklistValue } from 'lightning/uiObjectInfoApi';
import type { UiRecord } from 'lightning/uiRecordApi';
import { createDrafts } from './drafts.ts';
import type { Edits } from './drafts.ts';

/** The record type of an object without any. */
const MASTER_RECORD_TYPE = '012000000000000AAA';
const FIELDS: readonly FieldId[] = [NOTES_FIELD, DISPOSITION_FIELD];
/** A pause in typing after which it is saved: a call may be cleared while the agent still stands in the field. */
const PAUSE_MS = 5000;
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 120_000;

/** Why an edit is not, or not wholly, where it belongs. */
interface Refusal {
  readonly label: string;
  readonly message: string;
  /** Trying again can help. */
  readonly heals: boolean;
}

/** Pages that show what was written read it anew; the write stands whether or not they can be told. */
async function announce({ interactionId, taskId }: WrapUpResponse): Promise<void> {
  try {
    await notifyRecordUpdateAvailable(
      [interactionId, ...(taskId ? [taskId] : [])].map((recordId) => ({ recordId })),
    );
  } catch {
    // They show the old values until they are opened again.
  }
}

/**
 * Notes and disposition of a call. What the agent enters is saved as they leave a field or pause in typing; before the
 * call's interaction exists, or while it cannot be written, it is kept in this tab. The server puts it into the call log,
 * with the close or after it, whichever comes first. Only edited fields are written, so that edits made elsewhere stand.
 * Nothing is asked of the org until the agent opens it.
 */
export default class PacelineWrapUp extends LightningElement {
  /** Set once. */
  @api callKey = '';

  readonly labels = { wrapUp: WRAP_UP, notes: NOTES, disposition: DISPOSITION, retry: RETRY };

  isOpen = false;
  options: readonly PicklistValue[] = [];

  private edits: Edits = {};
  private saved: Edits = {};
  private record: UiRecord | undefined;
  private recordId: string | undefined;
  private isSaving = false;
  private isSaveWanted = false;
  private isUnstored = false;
  private hasSaved = false;
  private isTyping = false;
  private refusal: Refusal | undefined;
  private retryMs = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly drafts = createDrafts(createTabStore(), () => {
    this.isUnstored = true;
  });

  /** Id of the call's interaction; null until it exists. */
  @api
  get interactionId(): string | null {
    return this.recordId ?? null;
  }
  set interactionId(recordId: string | null | undefined) {
    this.recordId = recordId ?? undefined;
    void this.save();
  }

  @wire(getRecord, { recordId: '$shownRecordId', optionalFields: FIELDS })
  setRecord({ data }: { readonly data?: UiRecord }): void {
    if (data === undefined) return;
    this.record = data;
    // The platform trims text: the agent would lose a blank behind the cursor.
    if (!this.isTyping) this.saved = {};
  }

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: DISPOSITION_FIELD })
  setPicklist({ data }: { readonly data?: { readonly values: readonly PicklistValue[] } }): void {
    if (data !== undefined) this.options = data.values.map(({ label, value }) => ({ label, value }));
  }

  get shownRecordId(): string | undefined {
    return this.isOpen ? this.recordId : undefined;
  }

  get recordTypeId(): string | undefined {
    return this.isOpen ? MASTER_RECORD_TYPE : undefined;
  }

  get notes(): string {
    return this.shownValue(NOTES_FIELD);
  }

  get disposition(): string {
    return this.shownValue(DISPOSITION_FIELD);
  }

  /** Without its values (no access to the field) a disposition is a text. */
  get hasOptions(): boolean {
    return this.options.length > 0;
  }

  get choices(): readonly PicklistValue[] {
    const { disposition, options } = this;
    const isKnown = disposition === '' || options.some(({ value }) => value === disposition);
    return [
      { label: DISPOSITION_NONE, value: '' },
      ...options,
      ...(isKnown ? [] : [{ label: disposition, value: disposition }]),
    ];
  }

  get isFailed(): boolean {
    return this.refusal !== undefined;
  }

  get statusClass(): string {
    return this.isFailed ? 'slds-text-color_error status' : 'slds-text-color_weak status';
  }

  get status(): string {
    if (this.refusal !== undefined) return fillIn(this.refusal.label, this.refusal.message);
    if (this.isSaving) return SAVING;
    if (!this.isEdited) return this.hasSaved ? SAVED : '';
    if (this.isUnstored) return UNSTORED;
    return this.recordId === undefined ? KEPT : '';
  }

  get toggleIcon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  override connectedCallback(): void {
    this.edits = this.drafts.read(this.callKey);
    this.isOpen = this.isOpen || this.isEdited;
    void this.save();
  }

  override disconnectedCallback(): void {
    void this.save();
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    void this.save();
  }

  handleNotes(event: CustomEvent<{ readonly value: string }>): void {
    this.type(NOTES_FIELD, event.detail.value);
  }

  handleDisposition(event: CustomEvent<{ readonly value: string }>): void {
    this.type(DISPOSITION_FIELD, event.detail.value);
  }

  handleChoice(event: CustomEvent<{ readonly value: string }>): void {
    this.edit(DISPOSITION_FIELD, event.detail.value);
    void this.save();
  }

  handleSave(): void {
    this.isTyping = false;
    void this.save();
  }

  private get isEdited(): boolean {
    return Object.keys(this.edits).length > 0;
  }

  private shownValue(field: FieldId): string {
    const own = this.edits[field.fieldApiName] ?? this.saved[field.fieldApiName];
    if (own !== undefined) return own;
    const value = this.record === undefined ? null : getFieldValue(this.record, field);
    return typeof value === 'string' ? value : '';
  }

  private type(field: FieldId, value: string): void {
    this.isTyping = true;
    this.edit(field, value);
    this.saveLater(PAUSE_MS);
  }

  private edit({ fieldApiName }: FieldId, value: string): void {
    this.keep({ ...this.edits, [fieldApiName]: value });
  }

  private keep(edits: Edits): void {
    this.edits = edits;
    this.drafts.write(this.callKey, edits);
  }

  private saveLater(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.save();
    }, delayMs);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    const { edits, recordId } = this;
    this.isSaveWanted = this.isSaving;
    if (this.isSaving || recordId === undefined || !this.isEdited) return;
    this.isSaving = true;
    this.refusal = undefined;
    const refusal = await this.send(edits);
    this.isSaving = false;
    this.refusal = refusal;
    if (refusal === undefined) {
      this.saved = { ...this.saved, ...edits };
      this.hasSaved = true;
      this.retryMs = FIRST_RETRY_MS;
      this.keep(
        Object.fromEntries(Object.entries(this.edits).filter(([name, value]) => edits[name] !== value)),
      );
      if (this.isSaveWanted) void this.save();
    } else if (refusal.heals) {
      this.saveLater(this.retryMs);
      this.retryMs = Math.min(2 * this.retryMs, LONGEST_RETRY_MS);
    }
  }

  private async send(edits: Edits): Promise<Refusal | undefined> {
    const request = {
      callKey: this.callKey,
      interactionId: this.recordId,
      notes: edits[NOTES_FIELD.fieldApiName],
      disposition: edits[DISPOSITION_FIELD.fieldApiName],
    };
    try {
      const response = (await saveWrapUp({ requestJson: JSON.stringify(request) })) as WrapUpResponse;
      const { error, taskError } = response;
      if (error) return { label: NOT_SAVED, message: error.message, heals: false };
      void announce(response);
      return taskError ? { label: NOT_IN_LOG, message: taskError.message, heals: false } : undefined;
    } catch (error) {
      return { label: NOT_SAVED, ...describeFailure(error, navigator.onLine) };
    }
  }
}
