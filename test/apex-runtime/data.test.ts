import { createApexLab } from './apex-lab.ts';

const lab = createApexLab();

/** What an expression gives, run in a class of its own on an org that is as new afterwards. */
function run(body: string): unknown {
  const program = lab.load({ 'Probe.cls': `public class Probe { public static Object run() { ${body} } }` });
  return lab.host.org.isolate(() => lab.call(program, lab.begin(program), 'Probe.run'));
}

/** What refuses the query when the class is loaded. */
const refused = (query: string): readonly string[] =>
  lab.problems({
    'Probe.cls': `public class Probe {\n  public Object run(Map<String, String> texts) { return [${query}]; }\n}`,
  });

describe('a query in a class', () => {
  it.each([
    ['SELECT Id FROM Nope', "sObject type 'Nope' is not supported."],
    ['SELECT Id, Id FROM Lead', 'duplicate field selected: Id'],
    [
      'SELECT Id FROM Lead WHERE Description = null',
      "field 'Description' can not be filtered in a query call",
    ],
    ['SELECT Id FROM Contact WHERE Nope.Name = null', "Didn't understand relationship 'Nope' in field path."],
    [
      'SELECT Id, (SELECT Id FROM Nopes) FROM Account',
      "Didn't understand relationship 'Nopes' in FROM part of query call.",
    ],
    ['SELECT City, COUNT(Id) FROM Lead GROUP BY LastName', 'Field must be grouped or aggregated: City'],
    [
      "SELECT Id FROM Lead WHERE LastName INCLUDES ('a')",
      'INCLUDES and EXCLUDES operators are only valid for multi-select picklist fields: LastName',
    ],
    ["SELECT Id FROM Lead WHERE CreatedDate LIKE '2026%'", 'invalid operator on datetime field: CreatedDate'],
    ['SELECT Id FROM Lead ORDER BY Description', "field 'Description' can not be sorted in a query call"],
    [
      'SELECT Id FROM Lead WHERE Company = :texts',
      'Invalid bind expression type of Map<String,String> in a query',
    ],
  ])('%s is refused by file and line', (query, expected) => {
    const [problem = ''] = refused(query);
    expect([problem.slice(0, 12), problem.includes(expected)]).toEqual(['Probe.cls:2 ', true]);
  });

  it.each([
    ['SELECT FIELDS(ALL) FROM Lead LIMIT 1'],
    ['SELECT toLabel(Status) FROM Lead'],
    ['SELECT TYPEOF Who WHEN Contact THEN Name END FROM Task'],
    ['SELECT Id FROM Lead USING SCOPE mine'],
    ['SELECT Id FROM Lead FOR VIEW'],
    ['SELECT Id FROM Lead WHERE CreatedDate = LAST_FISCAL_QUARTER'],
  ])('%s is refused as not known', (query) => {
    expect(refused(query)[0]).toContain('Probe.cls:2 the Apex runtime does not know');
  });
});

describe('date literals', () => {
  it.each([
    ['YESTERDAY', '2026-01-30'],
    ['TODAY', '2026-01-31'],
    ['TOMORROW', '2026-02-01'],
    ['LAST_N_DAYS:3', '2026-01-28'],
    ['NEXT_N_DAYS:3', '2026-02-03'],
    ['THIS_MONTH', '2026-01-01'],
    ['LAST_MONTH', '2025-12-31'],
    ['THIS_QUARTER', '2026-03-31'],
    ['LAST_YEAR', '2025-01-01'],
    ['NEXT_YEAR', '2027-12-31'],
  ])('%s holds %s', (literal, day) => {
    const [year, month, date] = day.split('-').map(Number);
    const insert = `insert new Campaign(Name = 'A', StartDate = Date.newInstance(${year}, ${month}, ${date}));`;
    expect(run(`${insert} return [SELECT COUNT() FROM Campaign WHERE StartDate = ${literal}];`)).toBe(1);
  });
});

describe('DML', () => {
  it('refuses what it does not know', () => {
    expect(() => run(`insert new Paceline_Rule__mdt(DeveloperName = 'x'); return null;`)).toThrow(
      'DML on Paceline_Rule__mdt',
    );
    expect(() =>
      run(`Lead one = new Lead(LastName = 'A', Company = 'B'); insert one;
        update new List<Lead>{ new Lead(Id = one.Id), new Lead(Id = one.Id) }; return null;`),
    ).toThrow('a DML statement that names a record twice');
  });

  it('names all rows that failed', () => {
    expect(
      run(`try { insert new List<Lead>{ new Lead(LastName = 'A', Company = 'B'), new Lead(), new Lead(LastName = 'C') }; }
        catch (DmlException refused) { return refused.getNumDml() + ' ' + refused.getDmlIndex(1); } return null;`),
    ).toBe('2 2');
  });

  it('upserts by an external id only records that have one', () => {
    expect(
      run(`Database.UpsertResult result = Database.upsert(new Paceline_Interaction__c(), Paceline_Interaction__c.Interaction_Key__c, false);
        return result.getErrors()[0].getStatusCode().name();`),
    ).toBe('MISSING_ARGUMENT');
  });

  it('deletes children with their parent, and empties what else names it', () => {
    expect(
      run(`Account parent = new Account(Name = 'A'); insert parent;
        insert new Contact(LastName = 'B', AccountId = parent.Id);
        Case open = new Case(AccountId = parent.Id); insert open;
        delete parent;
        return [SELECT COUNT() FROM Contact] + ' ' + [SELECT AccountId FROM Case WHERE Id = :open.Id].AccountId;`),
    ).toBe('0 null');
  });
});

describe('a record in memory', () => {
  it('that does not set a checkbox has a value that is not known', () => {
    expect(() => run('return new Lead().DoNotCall;')).toThrow('the value of the checkbox Lead.DoNotCall');
  });

  it('takes no other Id', () => {
    expect(() =>
      run(`Lead one = new Lead(Id = '00Q000000000001'); one.Id = '00Q000000000002'; return null;`),
    ).toThrow('the change of the Id of a record');
  });
});
