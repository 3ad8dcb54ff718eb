import type { OrgRecord } from '../../org/org-record.ts';
import { textOf } from '../../org/org-record.ts';
import type { RequestLogEntry } from '../../org/simulated-org.ts';
import { h } from '../shell/dom.ts';
import { recordLink } from '../shell/field-value.ts';
import { INTERACTION } from '../shell/objects.ts';
import { refusalText } from '../org-client.ts';
import type { OrgHttpClient } from '../org-client.ts';

const SHOWN = 6;

function entry(title: Node | string, facts: readonly string[], failed = false): HTMLElement {
  return h(
    'li',
    { class: 'wb-org-entry' },
    h('div', { class: 'slds-truncate' }, title),
    h(
      'div',
      {
        class: `slds-text-body_small ${failed ? 'slds-text-color_error' : 'slds-text-color_weak'} slds-truncate`,
      },
      facts.filter((fact) => fact !== '').join(' · '),
    ),
  );
}

function interactionEntry(record: OrgRecord, open: (recordId: string) => void): HTMLElement {
  const talk = textOf(record, 'Talk_Seconds__c');
  return entry(
    recordLink(record.Id, `${textOf(record, 'Name')}  ${textOf(record, 'Customer_Number__c')}`, open),
    [
      textOf(record, 'Pacing_Mode__c'),
      textOf(record, 'Outcome__c'),
      talk === '' ? '' : `${talk} s talked`,
      textOf(record, 'Log_State__c'),
    ],
  );
}

function taskEntry(record: OrgRecord, open: (recordId: string) => void): HTMLElement {
  const seconds = textOf(record, 'CallDurationInSeconds');
  return entry(recordLink(record.Id, textOf(record, 'Subject'), open), [
    textOf(record, 'Status'),
    textOf(record, 'CallType'),
    seconds === '' ? '' : `${seconds} s`,
  ]);
}

function requestEntry({ at, method, outcome, message }: RequestLogEntry): HTMLElement {
  const time = new Date(at).toLocaleTimeString('en-GB');
  return entry(method.replace('Paceline', ''), [time, outcome, message ?? ''], outcome !== 'ok');
}

/** What the calls left in the simulated org: interactions, call logs, and the requests that made them. */
export function createOrgSection(
  org: OrgHttpClient,
  open: (recordId: string) => void,
): { readonly element: HTMLElement; refresh(): Promise<void> } {
  const part = (
    title: string,
    key: string,
  ): { element: HTMLElement; show(entries: readonly HTMLElement[]): void } => {
    const heading = h('h4', { class: 'slds-text-title' }, title);
    const list = h('ul', { 'data-org': key });
    return {
      element: h('div', { class: 'slds-m-bottom_small' }, heading, list),
      show(entries) {
        heading.textContent = `${title} (${entries.length})`;
        list.replaceChildren(...entries.slice(0, SHOWN));
      },
    };
  };
  const interactions = part('Interactions', 'interactions');
  const tasks = part('Call logs (Tasks)', 'tasks');
  const requests = part('Requests', 'requests');
  const trouble = h('p', { class: 'slds-text-color_error', role: 'status', hidden: true });
  const read = (): Promise<
    readonly [readonly OrgRecord[], readonly OrgRecord[], readonly RequestLogEntry[]]
  > => Promise.all([org.records(INTERACTION), org.records('Task'), org.requests()]);
  return {
    element: h('div', {}, trouble, interactions.element, tasks.element, requests.element),
    async refresh() {
      const answer = await read().catch((error: unknown) => {
        trouble.textContent = `Not up to date: ${refusalText(error)}`;
        return null;
      });
      trouble.hidden = answer !== null;
      if (answer === null) return;
      const [rows, logs, log] = answer;
      const calls = logs.filter((task) => textOf(task, 'Paceline_Key__c') !== '');
      interactions.show([...rows].reverse().map((row) => interactionEntry(row, open)));
      tasks.show([...calls].reverse().map((task) => taskEntry(task, open)));
      requests.show([...log].reverse().map(requestEntry));
    },
  };
}
