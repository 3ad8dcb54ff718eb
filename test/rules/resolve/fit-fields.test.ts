import { fitFields } from '../../../src/rules/resolve/fit-fields.ts';

const x = (count: number): string => 'x'.repeat(count);

describe('fitting fields', () => {
  it.each([
    ['Task', 'Subject', 255],
    ['task', 'subject', 255],
    ['Lead', 'FIRSTNAME', 40],
    ['Paceline_Interaction__c', 'queue__c', 255],
  ])('cuts %s.%s, however it is spelled, and says so', (object, field, length) => {
    const notes: string[] = [];
    const [fitted] = Object.entries(fitFields(object, { [field]: x(length + 1) }, notes));
    expect(fitted?.[0].toLowerCase()).toBe(field.toLowerCase());
    expect(fitted?.[1]).toBe(`${x(length - 1)}…`);
    expect(notes).toEqual([`${fitted?.[0]} was cut from ${length + 1} to ${length} characters`]);
  });

  it('takes two spellings of one field as one, whose later value counts', () => {
    const notes: string[] = [];
    const fields = { Subject: x(300), Flag__c: 1, subject: 'Mine', FLAG__C: 2 };
    expect(fitFields('Task', fields, notes)).toEqual({ Subject: 'Mine', FLAG__C: 2 });
    expect(notes).toEqual([]);
  });

  it('leaves the rest as it is: fields and objects it does not know, other values, e-mail addresses', () => {
    const notes: string[] = [];
    const lead = { Custom__c: x(300), Email: x(300), Phone: null, LastName: 7, constructor: x(300) };
    expect(fitFields('Lead', lead, notes)).toEqual(lead);
    expect(fitFields('__proto__', { Subject: x(300) }, notes)).toEqual({ Subject: x(300) });
    expect(notes).toEqual([]);
  });
});
