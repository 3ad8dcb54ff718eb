import { isWithheld, normalizePhone } from '../../src/rules/phone.ts';

const US = {
  e164: '+12025550143',
  national: '(202) 555-0143',
  nationalDigits: '2025550143',
  variants: ['+12025550143', '12025550143', '(202) 555-0143', '2025550143', '+1 202 555 0143'],
};

describe('telephone numbers', () => {
  it.each([
    ['+12025550143', null],
    ['+1 (202) 555-0143', null],
    ['tel:+12025550143', null],
    ['\u202a+12025550143\u202c', null],
    ['2025550143', 'US'],
    ['(202) 555-0143', ' us '],
    ['1-202-555-0143', 'US'],
    ['sip:+12025550143@lily-outbound', null],
    ['SIPS:%2B12025550143;user=phone@gateway.example.com:5061', null],
    // The number stands before the @ whether or not `sip:` does; the host only names the gateway.
    ['+12025550143@example.com', null],
    ['2025550143@example.com', 'US'],
    ['tel:+1-202-555-0143;ext=12', null],
    ['+12025550143;ext=12', null],
    ['(202) 555-0143 x12', 'US'],
    ['202-555-0143x12', 'US'],
    ['+1 202 555 0143 ext. 12', null],
    ['+1 202 555 0143, extension 12', null],
    ['202 555 0143 #12', 'US'],
    ['001 202 555 0143', 'US'],
    ['001 202 555 0143', 'AU'],
    ['001 202 555 0143', null],
  ])('reads %j with default country %j', (raw, country) => {
    expect(normalizePhone(raw, country)).toEqual({ ok: true, value: US });
  });

  it('drops the trunk prefix of a national number', () => {
    expect(normalizePhone('020 7946 0123', 'GB')).toEqual({
      ok: true,
      value: {
        e164: '+442079460123',
        national: '020 7946 0123',
        nationalDigits: '2079460123',
        variants: [
          '+442079460123',
          '442079460123',
          '020 7946 0123',
          '02079460123',
          '2079460123',
          '+44 20 7946 0123',
        ],
      },
    });
  });

  it.each([
    ['202 555 0143', null],
    ['202 555 0143', 'Atlantis'],
    ['202 555 0143', '../'],
    ['00 00 555 0143', 'US'],
  ])('keeps a national number as received when the country is %s, %j', (raw, country) => {
    expect(normalizePhone(raw, country)).toEqual({
      ok: true,
      value: {
        e164: null,
        national: raw,
        nationalDigits: raw.replaceAll(' ', ''),
        variants: [raw, raw.replaceAll(' ', '')],
      },
    });
  });

  it.each([
    [null, 'there is no number'],
    ['', 'there is no number'],
    ['  ', 'there is no number'],
    ['anonymous', 'the number is withheld'],
    ['Anonymous', 'the number is withheld'],
    ['+266696687', 'the number is withheld'],
    ['sip:robin@example.com', 'it is a SIP address, not a telephone number'],
    ['robin@example.com', 'it is a SIP address, not a telephone number'],
    ['sip:@example.com', 'it is a SIP address, not a telephone number'],
    [`sip:${'1'.repeat(65)}@example.com`, 'it is a SIP address, not a telephone number'],
    ['sip:anonymous@anonymous.invalid', 'the number is withheld'],
    ['sip:+266696687@lily-inbound', 'the number is withheld'],
    ['sip:4711@pbx.example.com', 'it is a short number (4 digits)'],
    ['4711 x12', 'it is a short number (4 digits)'],
    ['x12', 'there is no number'],
    ['4711', 'it is a short number (4 digits)'],
    ['+123', 'it is a short number (3 digits)'],
    ['FRONT DESK', 'it is not a telephone number'],
    ['1'.repeat(65), 'it is not a telephone number'],
    ["' OR Phone != '", 'it is not a telephone number'],
    ['{!call.phoneNumber}', 'it is not a telephone number'],
    ['२०२५५५०१४३', 'it is not a telephone number'],
  ])('refuses %j: %s', (raw, reason) => {
    expect(normalizePhone(raw, 'US')).toEqual({ ok: false, reason });
  });

  it.each([
    ['anonymous', true],
    [' Private ', true],
    ['sip:anonymous@anonymous.invalid', true],
    ['+266696687', true],
    ['4711', false],
    ['sip:robin@example.com', false],
    ['', false],
    [null, false],
  ])('%j is withheld: %s', (raw, expected) => {
    expect(isWithheld(raw)).toBe(expected);
  });

  it("keeps the country's own reading of 00 where it has one", () => {
    const read = normalizePhone('001 202 555 0143', 'JP');
    expect(read.ok && read.value.e164).toBe('+810012025550143');
  });
});
