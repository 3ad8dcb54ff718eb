import { CATALOG, findRow, isTupleId } from '../../src/catalog/catalog.ts';
import type { TupleId } from '../../src/catalog/catalog.ts';
import { DISCREPANCIES } from '../../src/catalog/discrepancies.ts';
import { parseChannelType, parseEventName, parsePacingMode } from '../../src/catalog/parse-word.ts';

describe('the rows', () => {
  it('recommend actions only for legs and causes that they can have', () => {
    const strays = CATALOG.filter((row) =>
      row.recommended.some(
        ({ legs = [], causes = [] }) =>
          legs.some((leg) => !row.legs.includes(leg)) || causes.some((cause) => !row.causes.includes(cause)),
      ),
    );
    expect(strays.map((row) => row.tuple)).toEqual([]);
  });

  it('print what the source prints, extensions nothing', () => {
    expect(CATALOG.filter((row) => (row.asPrinted === null) !== (row.provenance === 'extension'))).toEqual(
      [],
    );
  });

  it('print words that are read back as the ids of the row', () => {
    const strays = CATALOG.filter(({ asPrinted, pacingMode, channelType, event }) => {
      if (asPrinted === null) return false;
      const channel = asPrinted.channelType === '' ? channelType : parseChannelType(asPrinted.channelType);
      return (
        parsePacingMode(asPrinted.pacingMode) !== pacingMode ||
        channel !== channelType ||
        parseEventName(asPrinted.event) !== event
      );
    });
    expect(strays.map((row) => row.tuple)).toEqual([]);
  });

  it('have a resume wherever they have a hold', () => {
    const withEvent = (event: string): string[] =>
      CATALOG.filter((row) => row.event === event).map(
        (row) => `${row.setup}.${row.pacingMode}.${row.channelType}`,
      );
    expect(withEvent('resume').sort()).toEqual(withEvent('hold').sort());
  });

  it('are found by their tuple, and nothing else is', () => {
    for (const row of CATALOG) expect(findRow(row.tuple)).toBe(row);
    expect([findRow('hvoc.preview.outbound.hold'), findRow('__proto__'), findRow('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([
      isTupleId('hvoc.inbound.inbound.acw'),
      isTupleId('hvoc.inbound.outbound.acw'),
      isTupleId(7),
    ]).toEqual([true, false, false]);
  });

  it('make an absent tuple a type error', () => {
    const present: TupleId = 'hvoc.progressive.outbound.connected';
    // @ts-expect-error HVOC progressive has no connecting: the combination must not type-check
    const absent: TupleId = 'hvoc.progressive.outbound.connecting';
    expect([isTupleId(present), isTupleId(absent)]).toEqual([true, false]);
  });
});

describe('the discrepancies', () => {
  it('have unique ids and name rows that exist', () => {
    expect(new Set(DISCREPANCIES.map(({ id }) => id)).size).toBe(DISCREPANCIES.length);
    expect(
      DISCREPANCIES.flatMap(({ tuples }) => tuples.filter((tuple) => findRow(tuple) === undefined)),
    ).toEqual([]);
  });

  it('cover every row whose recommended channel is printed differently', () => {
    const differing = CATALOG.filter(
      ({ asPrinted }) =>
        asPrinted?.recommended !== undefined && asPrinted.recommended.channelType !== asPrinted.channelType,
    ).map((row) => row.tuple);
    const [listed] = DISCREPANCIES.filter(({ id }) => id === 'campaign-channel-differs');
    expect([...differing].sort()).toEqual([...(listed?.tuples ?? [])].sort());
  });
});

describe('incoming words', () => {
  it('are matched in any case, by id and by label', () => {
    expect(['custanswered', 'CUST-ANSWERED', ' CustAnswered '].map(parseEventName)).toEqual([
      'cust-answered',
      'cust-answered',
      'cust-answered',
    ]);
    expect(['Regular-Call', 'OUTBOUND', 'inbound'].map(parseChannelType)).toEqual([
      'regular-call',
      'outbound',
      'inbound',
    ]);
  });

  it('are nothing when they are other words, inherited names or no text', () => {
    expect(['', 'toString', '__proto__', 7, null, undefined, ['preview']].map(parsePacingMode)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});
