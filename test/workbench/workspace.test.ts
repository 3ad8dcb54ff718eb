import { objectPage, recordPage } from '../../workbench/page/shell/page-reference.ts';
import { createWorkspace } from '../../workbench/page/shell/workspace.ts';
import type { Workspace } from '../../workbench/page/shell/workspace.ts';

const CONTACT = recordPage('003Pw0000000001IAA', 'Contact');
const ACCOUNT = recordPage('001Pw0000000001IAA', 'Account');

function open(): Workspace {
  return createWorkspace({ isConsole: true, main: objectPage('Contact') });
}

describe('the workspace tabs of a console app', () => {
  it('opens a tab in front and shows the same page only once', () => {
    const workspace = open();
    const first = workspace.open(CONTACT);
    workspace.open(ACCOUNT);
    expect(workspace.open(CONTACT)).toBe(first);
    expect(workspace.state()).toEqual({
      main: objectPage('Contact'),
      focusedTabId: first,
      tabs: [
        {
          tabId: 'ctab1',
          parentTabId: null,
          page: CONTACT,
          label: 'Contact',
          icon: 'standard:contact',
          highlighted: false,
          closeable: true,
          version: 0,
        },
        {
          tabId: 'ctab2',
          parentTabId: null,
          page: ACCOUNT,
          label: 'Account',
          icon: 'standard:account',
          highlighted: false,
          closeable: true,
          version: 0,
        },
      ],
    });
  });

  it('opens in the background without taking the focus', () => {
    const workspace = open();
    workspace.open(CONTACT, { focus: false });
    expect(workspace.state().focusedTabId).toBe(null);
  });

  it('closes a tab with its subtabs and gives the focus to the last one left', () => {
    const workspace = open();
    const account = workspace.open(ACCOUNT);
    const contact = workspace.open(CONTACT);
    workspace.open(recordPage('500Pw0000000001IAA', 'Case'), { parentTabId: contact });
    expect(workspace.close(contact)).toBe(true);
    expect(workspace.state().tabs.map(({ tabId }) => tabId)).toEqual([account]);
    expect(workspace.state().focusedTabId).toBe(account);
  });

  it('gives the focus of a closed subtab to its parent, and keeps a tab that must not be closed', () => {
    const workspace = open();
    const contact = workspace.open(CONTACT);
    const subtab = workspace.open(ACCOUNT, { parentTabId: contact });
    workspace.change(contact, { closeable: false });
    expect([workspace.close(subtab), workspace.close(contact), workspace.close('ctab99')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(workspace.state().focusedTabId).toBe(contact);
  });

  it('takes away the highlight of a tab that is looked at', () => {
    const workspace = open();
    const contact = workspace.open(CONTACT, { focus: false });
    workspace.change(contact, { highlighted: true });
    workspace.focus(contact);
    expect(workspace.find(contact)?.highlighted).toBe(false);
  });

  it('goes on where an earlier page left off, without using an id twice', () => {
    const earlier = open();
    earlier.open(CONTACT);
    const workspace = createWorkspace({
      isConsole: true,
      main: objectPage('Lead'),
      restored: earlier.state(),
    });
    expect(workspace.state()).toEqual(earlier.state());
    expect(workspace.open(ACCOUNT)).toBe('ctab2');
  });
});
