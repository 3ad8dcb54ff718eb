import type { OrgRecord } from '../../org/org-record.ts';
import { objectOf, textOf } from '../../org/org-record.ts';
import type { SetupObject } from '../../shared/setup-object.ts';
import { renderLayoutDetails } from '../setup/layout-details.ts';
import { h, icon, objectIcon } from './dom.ts';
import { recordLink, renderValue } from './field-value.ts';
import type { RecordNames } from './field-value.ts';
import { INTERACTION, fieldLabel, findObject } from './objects.ts';
import type { ObjectDisplay } from './objects.ts';
import { recordName } from './org-data.ts';
import type { OrgData } from './org-data.ts';

type Open = (recordId: string) => void;

function highlights(record: OrgRecord, display: ObjectDisplay, names: RecordNames, open: Open): HTMLElement {
  const shown = display.columns.filter((field) => field !== display.nameField).slice(0, 4);
  return h(
    'div',
    { class: 'slds-page-header slds-page-header_record-home wb-highlights' },
    h(
      'div',
      { class: 'slds-page-header__row' },
      h(
        'div',
        { class: 'slds-page-header__col-title' },
        h(
          'div',
          { class: 'slds-media slds-media_center' },
          h('div', { class: 'slds-media__figure' }, objectIcon(display.icon, 'medium')),
          h(
            'div',
            { class: 'slds-media__body' },
            h('p', { class: 'slds-text-body_small slds-text-color_weak' }, display.label),
            h(
              'h1',
              { class: 'slds-page-header__title slds-truncate', title: recordName(record) },
              recordName(record),
            ),
          ),
        ),
      ),
    ),
    h(
      'dl',
      { class: 'wb-highlight-row' },
      ...shown.map((field) =>
        h(
          'div',
          {},
          h('dt', { class: 'slds-text-title slds-truncate' }, fieldLabel(field)),
          h('dd', { class: 'slds-truncate' }, renderValue(record[field], names, open)),
        ),
      ),
    ),
  );
}

function details(
  record: OrgRecord,
  display: ObjectDisplay,
  layout: SetupObject | undefined,
  names: RecordNames,
  open: Open,
): HTMLElement {
  if (layout !== undefined) {
    const draw = (value: OrgRecord[string] | undefined): Node | string => renderValue(value, names, open);
    return h(
      'article',
      { class: 'slds-card' },
      h('div', { class: 'slds-card__header' }, h('h2', { class: 'slds-card__header-title' }, 'Details')),
      ...renderLayoutDetails(record, layout, draw),
    );
  }
  const own = Object.keys(record).filter((field) => field !== 'attributes' && field !== 'Id');
  const fields = display.fields.length === 0 ? own : display.fields.filter((field) => field in record);
  return h(
    'article',
    { class: 'slds-card' },
    h('div', { class: 'slds-card__header' }, h('h2', { class: 'slds-card__header-title' }, 'Details')),
    h(
      'dl',
      { class: 'slds-card__body slds-card__body_inner wb-fields' },
      ...fields.map((field) =>
        h(
          'div',
          { class: 'slds-form-element slds-form-element_readonly wb-field' },
          h('dt', { class: 'slds-form-element__label' }, fieldLabel(field)),
          h(
            'dd',
            { class: 'slds-form-element__static', 'data-field': field },
            renderValue(record[field], names, open),
          ),
        ),
      ),
    ),
  );
}

function relatedCard(title: string, symbol: string, entries: readonly HTMLElement[]): HTMLElement {
  return h(
    'article',
    { class: 'slds-card' },
    h(
      'div',
      { class: 'slds-card__header slds-media slds-media_center' },
      h('div', { class: 'slds-media__figure' }, objectIcon(symbol)),
      h('h2', { class: 'slds-card__header-title slds-media__body' }, `${title} (${entries.length})`),
    ),
    h(
      'div',
      { class: 'slds-card__body slds-card__body_inner' },
      entries.length === 0
        ? h('p', { class: 'slds-text-color_weak' }, 'Nothing yet.')
        : h('ul', { class: 'slds-has-dividers_bottom-space' }, ...entries),
    ),
  );
}

function activityEntry(task: OrgRecord, open: Open): HTMLElement {
  const seconds = textOf(task, 'CallDurationInSeconds');
  const facts = [textOf(task, 'CallType'), seconds === '' ? '' : `${seconds} s`, textOf(task, 'Status')];
  return h(
    'li',
    { class: 'slds-item slds-media' },
    h(
      'div',
      { class: 'slds-media__figure' },
      icon(
        textOf(task, 'TaskSubtype') === 'Call' ? 'utility:call' : 'utility:task',
        'slds-icon slds-icon_x-small slds-icon-text-default',
      ),
    ),
    h(
      'div',
      { class: 'slds-media__body' },
      recordLink(task.Id, textOf(task, 'Subject'), open),
      h(
        'p',
        { class: 'slds-text-body_small slds-text-color_weak' },
        facts.filter((fact) => fact !== '').join(' · '),
      ),
    ),
  );
}

function interactionEntry(interaction: OrgRecord, open: Open): HTMLElement {
  const facts = ['Pacing_Mode__c', 'Outcome__c', 'Log_State__c'].map((field) => textOf(interaction, field));
  return h(
    'li',
    { class: 'slds-item' },
    recordLink(interaction.Id, textOf(interaction, 'Name'), open),
    h(
      'p',
      { class: 'slds-text-body_small slds-text-color_weak' },
      facts.filter((fact) => fact !== '').join(' · '),
    ),
  );
}

function pointsAt(record: OrgRecord, recordId: string): boolean {
  return Object.entries(record).some(([field, value]) => field !== 'Id' && value === recordId);
}

/** A record's page: highlights, fields in two columns, its activities and interactions. */
export async function renderRecordPage(
  recordId: string,
  data: OrgData,
  open: Open,
  layouts: readonly SetupObject[],
): Promise<{ element: HTMLElement; title: string }> {
  const [record, names, tasks, interactions] = await Promise.all([
    data.find(recordId),
    data.names(),
    data.list('Task'),
    data.list(INTERACTION),
  ]);
  if (record === undefined) {
    const text = `There is no record ${recordId}, or you have no access to it.`;
    return {
      element: h('div', { class: 'slds-box slds-theme_default slds-m-around_medium' }, text),
      title: 'Not found',
    };
  }
  const display = findObject(objectOf(record));
  const layout = layouts.find(({ apiName }) => apiName === display.apiName);
  const related = (records: readonly OrgRecord[]): OrgRecord[] =>
    records.filter((each) => pointsAt(each, recordId)).reverse();
  const element = h(
    'div',
    { class: 'wb-record', 'data-record-id': recordId },
    highlights(record, display, names, open),
    h(
      'div',
      { class: 'wb-record-body' },
      h('div', { class: 'wb-record-details' }, details(record, display, layout, names, open)),
      h(
        'div',
        { class: 'wb-record-related' },
        relatedCard(
          'Activity',
          'standard:task',
          related(tasks).map((task) => activityEntry(task, open)),
        ),
        relatedCard(
          'Interactions',
          findObject(INTERACTION).icon,
          related(interactions).map((each) => interactionEntry(each, open)),
        ),
      ),
    ),
  );
  return { element, title: recordName(record) };
}
