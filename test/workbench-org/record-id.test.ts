import { createRecordId, normalizeRecordId } from '../../workbench/org/store/record-id.ts';

describe('record ids', () => {
  it('have the prefix of their object, a sequence in base 62 and three characters for the case of the letters', () => {
    expect([createRecordId('003', 1), createRecordId('a00', 62), createRecordId('00Q', 61)]).toEqual([
      '003Pw0000000001IAA',
      'a00Pw0000000010IAA',
      '00QPw000000000zMAA',
    ]);
  });

  it.each([
    ['001000000000001', '001000000000001AAA'],
    ['001D000000IRFma', '001D000000IRFmaIAH'],
    ['001D000000IRFmaIAH', '001D000000IRFmaIAH'],
    ['001D000000IRFmaAAA', null],
    ['001D000000IRFm', null],
    ['001D000000IRFm-', null],
    ['', null],
  ])('%j is read as %j', (text, id) => {
    expect(normalizeRecordId(text)).toEqual(id);
  });
});
