import { createApexLab } from './apex-lab.ts';

const lab = createApexLab();

/** Statements that the platform takes and the runtime does not know. */
const UNKNOWN: readonly (readonly [statement: string, what: string])[] = [
  ['Object o = Math.cosh(1.0);', 'Math.cosh(Decimal)'],
  ["Integer n = 'a'.soundex();", 'String.soundex()'],
  ['Boolean b = 1 === 1;', '=== of Integer'],
  ['Object o = new Http();', 'the type Http'],
  ["Object o = Date.today() - 'a';", 'Date - String'],
  ['Double d = 1.5; Integer n = d << 1;', 'Double << Integer'],
  [
    "List<Account> a = [SELECT DISTANCE(Name, GEOLOCATION(1, 2), 'mi') FROM Account];",
    'DISTANCE() in a query',
  ],
  ['List<Account> a = [SELECT FIELDS(ALL) FROM Account LIMIT 1];', 'FIELDS() in a query'],
  ['System.runAs(1, 2) { }', 'System.runAs of anything but a User'],
];

describe('what the runtime does not know is refused at load, by file and line', () => {
  test.each(UNKNOWN)('%s', (statement, what) => {
    const source = `public class A {\n  void run() {\n    ${statement}\n  }\n}`;
    expect(lab.problems({ 'A.cls': source })).toEqual([
      `A.cls:3 the Apex runtime does not know ${what}; teach it (tools/apex-runtime/README.md) or write the Apex another way`,
    ]);
  });
});
