const RECORD_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** True for text with the shape of a record id, 15 or 18 letters and digits. */
export function isRecordId(text: string): boolean {
  return RECORD_ID.test(text);
}
