import { maskNumbers, maskPhone, maskSentence } from '../../src/trace/mask-text.ts';

const CONTACT = '11112222-3333-4444-5555-666677778888';
const plain = (text: string): string => text;

test.each([
  ['+12025550143', '***43'],
  ['+1 202 555 0143', '***43'],
  ['(202) 555-0143', '***43'],
  ['0151/23 45 67', '***67'],
  ['202.555.0143', '***43'],
  ['202‑555‑0143', '***43'],
  ['tel:+12025550143', '***43'],
  ['sip:+12025550143@example.com', '***43'],
  ['4711', '***'],
  ['anonymous', '***'],
  ['sip:robin.example@example.com', '***'],
  ['sip:robin77@example.com', '***'],
  ['robin.example@example.com', '***'],
  ['', ''],
])('the field %j is shown as %j', (value, shown) => {
  expect(maskPhone(value)).toBe(shown);
});

test.each([
  ['called +1 202 555 0143 twice', 'called ***43 twice'],
  ['0151/23 45 67', '***67'],
  ['p=%2B1%20202%20555%200143&q=1', 'p=***43&q=1'],
  ['p=%252B1%2520202%2520555%25200143', 'p=***43'],
  ['(202) 555-0143', '(***43'],
  [`contact ${CONTACT} of 003000000000001AAA`, `contact ${CONTACT} of 003000000000001AAA`],
  [
    'arn:aws:connect:eu-west-2:111122223333:instance/i-1',
    'arn:aws:connect:eu-west-2:111122223333:instance/i-1',
  ],
  ['attempt 12 of 20 in 300000 ms', 'attempt 12 of 20 in 300000 ms'],
])('numbers in %j become %j', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

test.each([
  ['Name "Robin "Bob" Example" matched nothing in Contact', 'Name "***" matched nothing in Contact'],
  [
    'Email "a@b.example" matched nothing in Contact; phone sip:robin@b.example matched nothing in Lead, Contact; Name "Robin" matched nothing in Lead',
    'Email "***" matched nothing in Contact; phone *** matched nothing in Lead, Contact; Name "***" matched nothing in Lead',
  ],
  ['an open "quote', 'an open "***"'],
  [
    'record-id was not searched (not a record id: Robin Example)',
    'record-id was not searched (not a record id: ***)',
  ],
  ['The host robin.example is not among the allowed hosts', 'The host *** is not among the allowed hosts'],
  [
    'The URL begins with robin: but only https is allowed',
    'The URL begins with ***: but only https is allowed',
  ],
  ['write to robin.example@example,com now', 'write to *** now'],
  ['see https://u:p@x.example/robin?p=1 there', 'see https://x.example/*** there'],
  ['Sign in at https://x.my.connect.aws again', 'Sign in at https://x.my.connect.aws again'],
])('the sentence %j becomes %j', (text, masked) => {
  expect(maskSentence(text, plain)).toBe(masked);
});

test('what is known to be personal goes first', () => {
  const maskKnown = (text: string): string => text.replaceAll('Robin', '***');
  expect(maskSentence('Robin is busy', maskKnown)).toBe('*** is busy');
});
