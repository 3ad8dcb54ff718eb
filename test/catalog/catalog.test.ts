import { CATALOG } from '../../src/catalog/catalog.ts';

const count = (of: (row: (typeof CATALOG)[number]) => boolean): number => CATALOG.filter(of).length;

describe('the catalogue', () => {
  it('has the 56 supported rows of the source, 30 tethered and 26 HVOC', () => {
    expect(count((row) => row.provenance === 'supported' && row.setup === 'tethered')).toBe(30);
    expect(count((row) => row.provenance === 'supported' && row.setup === 'hvoc')).toBe(26);
  });

  it('has the one recommended-only row and 19 extensions', () => {
    expect(count((row) => row.provenance === 'recommended-only')).toBe(1);
    expect(count((row) => row.provenance === 'extension')).toBe(19);
  });

  it('recommends actions for 31 tuples', () => {
    expect(count((row) => row.recommended.length > 0)).toBe(31);
  });

  it('has unique tuples and unique keys that fit a metadata name', () => {
    expect(new Set(CATALOG.map((row) => row.tuple)).size).toBe(CATALOG.length);
    expect(new Set(CATALOG.map((row) => row.key)).size).toBe(CATALOG.length);
    const bad = CATALOG.filter((row) => !/^[a-z](?!.*__)[a-z0-9_]{0,38}[a-z0-9]$/.test(row.key));
    expect(bad).toEqual([]);
  });
});
