import type { Transaction } from '../model/transaction.ts';
import { ApexId } from '../model/values.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** One bit per upper-case letter of five characters. */
function suffixOf(five: string): string {
  let bits = 0;
  for (let index = 0; index < 5; index++) {
    const code = five.charCodeAt(index);
    if (code >= 65 && code <= 90) bits |= 1 << index;
  }
  return SUFFIX.charAt(bits);
}

/** The 18 characters of an id of 15 or 18; null for text that is no id. */
export function idOf(text: string): string | null {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return null;
  const id15 = text.slice(0, 15);
  const id18 = id15 + suffixOf(id15.slice(0, 5)) + suffixOf(id15.slice(5, 10)) + suffixOf(id15.slice(10));
  return text.length === 15 || text === id18 ? id18 : null;
}

/** Text as an Id, as in an assignment and in `Id.valueOf`. */
export function toId(tx: Transaction, text: string): ApexId {
  const id = idOf(text);
  return id === null ? tx.raise('StringException', `Invalid id: ${text}`) : new ApexId(id);
}
