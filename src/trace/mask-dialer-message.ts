import { isPlainObject } from '../model/plain-value.ts';
import { maskValues } from './mask-observation.ts';
import { MASK, maskNumbers, maskPhone } from './mask-text.ts';

type Mask = (value: unknown) => unknown;

const LONGEST_ID = 200;

const maskAny: Mask = (value) => (value === null ? null : MASK);
/** Words of the dialler's protocol; a value with spaces or signs is none. */
const keepWord: Mask = (value) =>
  typeof value === 'string' && /^\s*[a-z][\w-]{0,59}\s*$/i.test(value) ? value : maskAny(value);
/** An id that would be refused must not become one that can be used. */
const keepId: Mask = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim().length <= LONGEST_ID ? value : null;
};
const maskNumberField: Mask = (value) => (typeof value === 'string' ? maskPhone(value) : maskAny(value));

const NUMBERS: Readonly<Record<string, Mask>> = {
  toAddress: maskNumberField,
  fromAddress: maskNumberField,
  phoneNumber: maskNumberField,
  PhoneNumber: maskNumberField,
};

/** Every field keeps its name; only those with a mask of their own keep anything of their value. */
const fields =
  (masks: Readonly<Record<string, Mask>>): Mask =>
  (value) => {
    if (!isPlainObject(value)) return maskAny(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const mask = Object.hasOwn(masks, name) ? (masks[name] ?? maskAny) : maskAny;
        return [maskNumbers(name), mask(item)];
      }),
    );
  };

/**
 * A dialler's message that is read in the same way, without anything else that it said: the words of the protocol, the
 * call's id and the call variables in `keep` stay.
 */
export function maskDialerMessage(message: unknown, keep: ReadonlySet<string>): unknown {
  const call = fields({
    ...NUMBERS,
    id: keepId,
    CallType: keepWord,
    event: keepWord,
    CallVariables: (value) => (isPlainObject(value) ? maskValues(value, keep) : maskAny(value)),
    ResponseFields: fields(NUMBERS),
  });
  const content = fields({ call, callStatus: keepWord });
  return fields({
    channel: keepWord,
    topic: keepWord,
    subtopic: keepWord,
    message: content,
    data: content,
  })(message);
}
