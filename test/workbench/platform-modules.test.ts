import { createMessageServiceModule } from '../../workbench/page/lightning/message-service.ts';
import { createNavigationModule, navigate } from '../../workbench/page/lightning/navigation.ts';
import { createPageReferenceUtilsModule } from '../../workbench/page/lightning/page-reference-utils.ts';
import { createRecordApiModule } from '../../workbench/page/lightning/record-api.ts';
import { createUtilityBarApiModule } from '../../workbench/page/lightning/utility-bar-api.ts';
import { objectPage, pageUrl, parsePageUrl, recordPage } from '../../workbench/page/shell/page-reference.ts';
import type { PageReference } from '../../workbench/page/shell/page-reference.ts';
import { createUtilities } from '../../workbench/page/shell/utilities.ts';
import { createWorkspace } from '../../workbench/page/shell/workspace.ts';
import type { OrgHttpClient } from '../../workbench/page/org-client.ts';

type Functions = Record<string, (...args: unknown[]) => unknown>;

const RECORD = recordPage('003Pw0000000001IAA', 'Contact');
const utility = {
  id: 'u1',
  label: 'Softphone',
  icon: 'utility:call',
  highlighted: false,
  panelLabel: 'Softphone',
  panelIcon: 'utility:call',
  width: 340,
  height: 520,
  open: false,
  popoutEnabled: true,
};

describe('lightning/navigation', () => {
  const navigateTo = (isConsole: boolean, page: PageReference): unknown => {
    const workspace = createWorkspace({ isConsole, main: objectPage('Contact') });
    const { NavigationMixin } = createNavigationModule(workspace) as {
      NavigationMixin: ((base: unknown) => new () => Record<symbol, (page: PageReference) => unknown>) & {
        Navigate: symbol;
      };
    };
    const Component = NavigationMixin(class {});
    new Component()[NavigationMixin.Navigate]?.(page);
    const { tabs, main } = workspace.state();
    return { tabs: tabs.map((tab) => tab.page), main };
  };

  it('opens a workspace tab in a console', () => {
    expect(navigateTo(true, RECORD)).toEqual({ tabs: [RECORD], main: objectPage('Contact') });
  });

  it('replaces the page in standard navigation', () => {
    expect(navigateTo(false, RECORD)).toEqual({ tabs: [], main: RECORD });
  });
});

describe('navigation to a web page', () => {
  const page = { type: 'standard__webPage', attributes: { url: 'https://crm.example.com/' } };
  const workspace = createWorkspace({ isConsole: false, main: objectPage('Contact') });
  const open = jest.fn();
  const setClicked = (isActive: boolean): void => {
    Object.defineProperty(globalThis, 'navigator', {
      value: { userActivation: { isActive } },
      configurable: true,
    });
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

  beforeEach(() => {
    open.mockClear();
    Object.assign(globalThis, { window: { open } });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'navigator');
    if (before !== undefined) Object.defineProperty(globalThis, 'navigator', before);
  });

  it('opens a browser tab after a click', () => {
    setClicked(true);
    navigate(workspace, page);
    expect(open.mock.calls).toEqual([['https://crm.example.com/', '_blank', 'noopener']]);
  });

  it('is blocked without one', () => {
    setClicked(false);
    navigate(workspace, page);
    expect(open).not.toHaveBeenCalled();
  });

  it('does not take the search page of Experience sites', () => {
    expect(() => navigate(workspace, { type: 'standard__search', attributes: {} })).toThrow(
      'standard__search is documented for Experience sites only.',
    );
  });
});

describe('addresses of pages', () => {
  const pages: [address: string, page: PageReference][] = [
    ['/lightning/r/Contact/003Pw0000000001IAA/view', RECORD],
    ['/lightning/o/Case/list', objectPage('Case')],
    [
      '/lightning/o/Case/new?defaultFieldValues=Subject%3DHello',
      { ...objectPage('Case', 'new'), state: { defaultFieldValues: 'Subject=Hello' } },
    ],
    [
      '/lightning/cmp/c__panel?c__id=1',
      { type: 'standard__component', attributes: { componentName: 'c__panel' }, state: { c__id: '1' } },
    ],
    ['/lightning/page/home', { type: 'standard__namedPage', attributes: { pageName: 'home' } }],
  ];
  it.each(pages)('%s', (address, page) => {
    expect([pageUrl(page), parsePageUrl(address)]).toEqual([address, page]);
  });

  it('knows where a flow runs, which no address of Lightning names', () => {
    const flow = { type: 'standard__flow', attributes: { devName: 'Script' }, state: { flow__id: '7' } };
    expect([pageUrl(flow), parsePageUrl('/flow/o')]).toEqual(['/flow/Script?flow__id=7', null]);
  });

  it('tells an object by the id when the address does not name it', () => {
    expect(parsePageUrl('/lightning/r/003Pw0000000001IAA/view')).toEqual(RECORD);
    expect(parsePageUrl('https://example.com/elsewhere')).toBe(null);
  });
});

describe('lightning/platformUtilityBarApi', () => {
  it('opens one panel at a time, takes bare icon names, and refuses an unknown utility', async () => {
    const utilities = createUtilities([utility, { ...utility, id: 'u2', open: true }]);
    const api = createUtilityBarApiModule(utilities, 'u1') as Functions;
    await api['open']?.('u1');
    await api['updateUtility']?.('u1', { label: 'Ringing', icon: 'incoming_call', highlighted: true });
    await api['enablePopout']?.('u1', false);
    expect(utilities.all()).toEqual([
      {
        ...utility,
        label: 'Ringing',
        icon: 'utility:incoming_call',
        highlighted: true,
        open: true,
        popoutEnabled: false,
      },
      { ...utility, id: 'u2', open: false },
    ]);
    await expect(api['minimize']?.('u3')).rejects.toThrow('There is no utility with the id u3.');
  });

  it('tells who asked when the item is clicked', async () => {
    const utilities = createUtilities([utility]);
    const clicks: unknown[] = [];
    await (createUtilityBarApiModule(utilities, 'u1') as Functions)['onUtilityClick']?.(
      'u1',
      (event: unknown) => clicks.push(event),
    );
    utilities.click('u1');
    utilities.click('u1');
    expect(clicks).toEqual([
      { utilityId: 'u1', panelVisible: true },
      { utilityId: 'u1', panelVisible: false },
    ]);
  });
});

describe('lightning/messageService', () => {
  it('gives copies to everyone who listens to the channel, after the sender has gone on', async () => {
    const api = createMessageServiceModule() as Functions;
    const heard: unknown[] = [];
    const payload = { text: 'first' };
    const subscription = api['subscribe']?.({}, { name: 'A__c' }, (message: unknown) => heard.push(message));
    api['subscribe']?.({}, { name: 'B__c' }, () => heard.push('wrong channel'));
    api['publish']?.({}, { name: 'A__c' }, payload);
    payload.text = 'changed';
    expect(heard).toEqual([]);
    await Promise.resolve();
    api['unsubscribe']?.(subscription);
    api['publish']?.({}, { name: 'A__c' }, payload);
    await Promise.resolve();
    expect(heard).toEqual([{ text: 'first' }]);
  });
});

describe('lightning/uiRecordApi', () => {
  const record = {
    id: '003Pw0000000001IAA',
    apiName: 'Contact',
    lastModifiedDate: '2026-01-01T00:00:00.000Z',
    fields: {
      Name: { value: 'Robin Example', displayValue: null },
      Account: {
        value: {
          id: '001',
          apiName: 'Account',
          lastModifiedDate: '',
          fields: { Name: { value: 'Example Freight', displayValue: null } },
        },
        displayValue: null,
      },
    },
  };
  const org = {
    updateRecord: () => Promise.resolve(record),
    getRecord: () => Promise.resolve(record),
  } as unknown as OrgHttpClient;

  it('reads fields, also through a relationship', () => {
    const { getFieldValue } = createRecordApiModule(org, () => undefined) as Functions;
    expect([
      getFieldValue?.(record, 'Contact.Name'),
      getFieldValue?.(record, { objectApiName: 'Contact', fieldApiName: 'Account.Name' }),
      getFieldValue?.(record, 'Contact.Email'),
      getFieldValue?.(undefined, 'Contact.Name'),
    ]).toEqual(['Robin Example', 'Example Freight', undefined, undefined]);
  });

  it('loads a wired record anew after a change', async () => {
    const changes: unknown[] = [];
    const api = createRecordApiModule(org, (ids) => changes.push(ids)) as Functions & {
      getRecord: new (emit: (value: unknown) => void) => { connect(): void; update(config: object): void };
    };
    const emitted: unknown[] = [];
    const adapter = new api.getRecord((value) => emitted.push(value));
    adapter.connect();
    adapter.update({ recordId: record.id, fields: ['Contact.Name'] });
    await Promise.resolve();
    await api['updateRecord']?.({ fields: { Id: record.id } });
    await Promise.resolve();
    const loaded = { data: record, error: undefined };
    expect(emitted).toEqual([{ data: undefined, error: undefined }, loaded, loaded]);
    expect(changes).toEqual([[record.id]]);
  });
});

describe('lightning/pageReferenceUtils', () => {
  it('takes back what it made of default values', () => {
    const { encodeDefaultFieldValues, decodeDefaultFieldValues } =
      createPageReferenceUtilsModule() as Functions;
    const values = { Subject: 'Fish & chips, = 2', Origin: 'Phone' };
    expect(decodeDefaultFieldValues?.(encodeDefaultFieldValues?.(values))).toEqual(values);
  });
});
