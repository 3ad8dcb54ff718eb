import { parseRule } from '../../src/rules/parse-rule.ts';

const issuesOf = (...actions: unknown[]): (readonly [string, string, string?])[] => {
  const parsed = parseRule({ key: 'r', label: 'r', actions });
  if (parsed.ok) return [];
  return parsed.issues.map(({ path, message, fix }) =>
    fix === undefined ? [path, message] : [path, message, fix],
  );
};
const POP = { type: 'screen-pop', strategies: [{ by: 'phone', objects: ['Contact'] }] };
const update = (changes: object): object => ({ type: 'update-call-log', fields: { Title: 'x' }, ...changes });
const page = (target: object): object => ({ type: 'open-page', target });
const NO_MERGE = 'takes no merge field: it would be sent as it is written';
const API_NAME = 'must be an API name (letters, digits and "_", as Case or My_Field__c)';
const NO_ID = 'must be a merge field or a record id (15 or 18 letters and digits)';
const TARGET = 'must be "log", "match", "created.<Object>", a record id or a merge field';

describe('the target of an update', () => {
  it.each([
    ['log', {}],
    ['match', {}],
    ['created.Case', {}],
    ['created.My_Thing__c.Id', {}],
    ['003000000000001AAA', { object: 'Contact' }],
    ['003000000000001', { object: 'Contact' }],
    ['{!attributes.member}', { object: 'CampaignMember' }],
    ["{!default(attributes['my id'], match.Id)}", { object: 'Contact' }],
  ])('may be %s', (target, more) => {
    expect(issuesOf(update({ target, ...more }))).toEqual([]);
  });

  it.each([
    ['logs', 'Did you mean "log"?'],
    ['Match', 'Did you mean "match"?'],
    ['created.', undefined],
    ['Created.Case', 'Did you mean "created.Case"?'],
    ['created:Case', 'Did you mean "created.Case"?'],
    ['created.My Thing', undefined],
    ['created.{!attributes.object}', undefined],
    ['Case', undefined],
    ['abcdefghijklmno', undefined],
    ['', undefined],
  ])('may not be %j', (target, fix) => {
    expect(issuesOf(update({ target, object: 'Case' }))).toEqual([
      ['actions[0].target', `${TARGET}, not ${JSON.stringify(target)}`, ...(fix === undefined ? [] : [fix])],
    ]);
  });

  it.each(['{!attributes.id}', '003{!attributes.id}', '003000000000001AAA'])(
    'needs the object with %s',
    (target) => {
      expect(issuesOf(update({ target }))).toEqual([
        [
          'actions[0].object',
          `is missing: the target "${target}" does not say of which object the record is`,
          'Write "object" and the API name of the record\'s object',
        ],
      ]);
    },
  );
});

describe('names that go to Salesforce as they are written', () => {
  it.each<[string, unknown]>([
    ['actions[0].object', { type: 'create-record', object: '{!attributes.obj}' }],
    ['actions[0].recordType', { type: 'create-record', object: 'Case', recordType: '{!attributes.rt}' }],
    ['actions[0].relateMatchTo', { type: 'create-record', object: 'Case', relateMatchTo: '{!attributes.f}' }],
    ['actions[0].target.name', page({ kind: 'flow', name: '{!attributes.flow}' })],
    [
      'actions[0].target.filterName',
      page({ kind: 'list-view', object: 'Case', filterName: '{!attributes.f}' }),
    ],
    ['actions[0].target.object', page({ kind: 'object-home', object: '{!match.Object}' })],
    [
      'actions[0].target.object',
      page({ kind: 'record', recordId: '{!match.Id}', object: '{!match.Object}' }),
    ],
    ['actions[0].target.name', page({ kind: 'component', name: '{!attributes.c}' })],
    ['actions[0].target.page', page({ kind: 'visualforce', page: '{!attributes.p}' })],
    ['actions[0].flow', { type: 'run-flow', flow: '{!attributes.flow}' }],
    ['actions[0].name', { type: 'publish', name: '{!event.name}' }],
    ['actions[0].object', update({ target: '{!match.Id}', object: '{!match.Object}' })],
    ['actions[0].matchTaskBy', update({ matchTaskBy: '{!attributes.f}' })],
    [
      'actions[0].strategies[0].objects[0]',
      { ...POP, strategies: [{ by: 'phone', objects: ['{!attributes.o}'] }] },
    ],
    [
      'actions[0].fields.{!attributes.f}',
      { type: 'create-record', object: 'Case', fields: { '{!attributes.f}': 'x' } },
    ],
  ])('take no merge field: %s of %j', (path, action) => {
    expect(issuesOf(action)).toEqual([[path, NO_MERGE]]);
  });

  it.each<[string, string, unknown]>([
    ['actions[0].object', 'My Thing', { type: 'create-record', object: 'My Thing' }],
    ['actions[0].object', '', { type: 'create-record', object: '' }],
    [
      'actions[0].recordType',
      'Support case',
      { type: 'create-record', object: 'Case', recordType: 'Support case' },
    ],
    ['actions[0].matchTaskBy', 'No Such Field', update({ matchTaskBy: 'No Such Field' })],
    ['actions[0].none.object', '0Lead', { ...POP, none: { do: 'new-record', object: '0Lead' } }],
    [
      'actions[0].strategies[0].field',
      'Account.Name',
      { ...POP, strategies: [{ by: 'field', object: 'Case', field: 'Account.Name', value: 'x' }] },
    ],
    [
      'actions[0].target.inputs.my input',
      'my input',
      page({ kind: 'flow', name: 'F', inputs: { 'my input': 'x' } }),
    ],
    [
      'actions[0].fields.Due Date',
      'Due Date',
      { type: 'create-record', object: 'Case', fields: { 'Due Date': 'x' } },
    ],
    [
      'actions[0].relateMatchTo[1]',
      'Who Id',
      { type: 'create-record', object: 'Task', relateMatchTo: ['WhoId', 'Who Id'] },
    ],
  ])('are API names: %s may not be %j', (path, written, action) => {
    expect(issuesOf(action)).toEqual([[path, `${API_NAME}, not ${JSON.stringify(written)}`]]);
  });

  it.each([
    ['my panel', undefined],
    ['myPanel', 'Did you mean "c__myPanel"?'],
    ['c:myPanel', 'Did you mean "c__myPanel"?'],
    ['ns/myPanel', 'Did you mean "ns__myPanel"?'],
    ['c-my-panel', 'Did you mean "c__myPanel"?'],
    ['my-panel', 'Did you mean "c__myPanel"?'],
  ])('are components with their namespace: %j is none', (name, fix) => {
    expect(issuesOf(page({ kind: 'component', name }))).toEqual([
      [
        'actions[0].target.name',
        `must be a namespace and the name of a component, as c__myPanel, not "${name}"`,
        ...(fix === undefined ? [] : [fix]),
      ],
    ]);
  });

  it('may be those of packages, of standard list views, and of the interaction beside the Task', () => {
    expect(
      issuesOf(
        { type: 'create-record', object: 'ns__Thing__c', fields: { ns__Field__c: 'x' } },
        { ...page({ kind: 'list-view', object: 'Case', filterName: '__Recent' }) },
        { ...page({ kind: 'component', name: 'ns__panel' }), id: 'b' },
        update({ fields: { 'Paceline_Interaction__c.Notes__c': 'x', Subject: 'y' }, matchTaskBy: 'Ext__c' }),
      ),
    ).toEqual([]);
  });

  it('are those of the interaction only where the interaction is written', () => {
    const fields = { 'Paceline_Interaction__c.Notes__c': 'x' };
    expect(issuesOf(update({ target: 'match', fields }))).toEqual([
      [
        'actions[0].fields.Paceline_Interaction__c.Notes__c',
        'goes only with the target "log", which writes the interaction too',
      ],
    ]);
    expect(issuesOf({ type: 'create-record', object: 'Case', fields })).toEqual([
      [
        'actions[0].fields.Paceline_Interaction__c.Notes__c',
        `${API_NAME}, not "Paceline_Interaction__c.Notes__c"`,
      ],
    ]);
  });
});

describe('ids of records', () => {
  it.each<[string, string, unknown]>([
    ['actions[0].target.recordId', 'abc', page({ kind: 'record', recordId: 'abc' })],
    ['actions[0].target.recordId', '', page({ kind: 'record', recordId: '' })],
    ['actions[0].parent', 'Case', { ...page({ kind: 'object-home', object: 'Case' }), parent: 'Case' }],
    [
      'actions[0].strategies[0].value',
      'caseId',
      { ...POP, strategies: [{ by: 'record-id', value: 'caseId' }] },
    ],
    ['actions[0].open.parent', 'match.Id', { ...POP, open: { where: 'subtab', parent: 'match.Id' } }],
  ])('cannot be what is at %s: %j', (path, written, action) => {
    expect(issuesOf(action)).toEqual([[path, `${NO_ID}, not "${written}"`]]);
  });

  it('can be written out, or come from a merge field', () => {
    expect(
      issuesOf(page({ kind: 'record', recordId: '003000000000001' }), {
        ...page({ kind: 'record', recordId: '{!match.Id}' }),
        id: 'b',
        parent: ' 003000000000001AAA ',
      }),
    ).toEqual([]);
  });
});

describe('the time that an agent has to choose', () => {
  const ask = (timeoutSeconds: unknown) => issuesOf({ ...POP, many: { do: 'ask', timeoutSeconds } });
  const path = 'actions[0].many.timeoutSeconds';

  it('is at most a day', () => {
    expect([ask(86_400), ask(0.5)]).toEqual([[], []]);
    const message = 'must be at most 86400 (24 hours): the time is in seconds';
    expect(ask(300_000)).toEqual([[path, message, 'Did you mean 300?']]);
    expect(ask(3_600_000)).toEqual([[path, message, 'Did you mean 3600?']]);
    expect(ask(1e12)).toEqual([[path, message]]);
  });

  it('is more than none', () => {
    expect(ask(0)).toEqual([[path, 'must be more than 0']]);
  });
});
