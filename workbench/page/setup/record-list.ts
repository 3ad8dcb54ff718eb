import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { SetupListView, SetupObject } from '../../shared/setup-object.ts';
import { button, h } from '../shell/dom.ts';
import type { SetupPlace } from './setup-reference.ts';

/** What a list or form shows of a record: its label and name stand beside its fields. */
export function valueOf(record: CustomMetadataRecord, field: string): string {
  if (field === 'MasterLabel') return record.label;
  if (field === 'DeveloperName') return record.developerName;
  const value = record.fields[field] ?? '';
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}

/** A filter's value is a list separated by commas; throws on an operation that no view of the package uses. */
export function matchesView(record: CustomMetadataRecord, { filters, label }: SetupListView): boolean {
  return filters.every(({ field, operation, value }) => {
    const isNamed = value.split(',').includes(valueOf(record, field));
    if (operation === 'equals') return isNamed;
    if (operation === 'notEqual') return !isNamed;
    throw new Error(`The workbench does not know the operation ${operation} of the list view ${label}.`);
  });
}

function choiceLabel(object: SetupObject, field: string, value: string): string {
  const choices = object.fields.find(({ name }) => name === field)?.choices ?? [];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function link(label: string, name: string, onClick: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'slds-button', title: `${label} ${name}`, onclick: onClick },
    label,
  );
}

/** The records of a type in a list view, with what can be done about each. */
export function renderRecordList(options: {
  readonly object: SetupObject;
  readonly records: readonly CustomMetadataRecord[];
  readonly viewName: string | undefined;
  readonly go: (place: SetupPlace) => void;
  /** Where the softphone takes the record for its setting; null for types that are none. */
  readonly useAddress: ((developerName: string) => string) | null;
}): HTMLElement {
  const { object, go, useAddress } = options;
  const type = object.apiName;
  const view = object.listViews.find(({ name }) => name === options.viewName) ?? object.listViews[0];
  const columns = view?.columns ?? ['MasterLabel', 'DeveloperName'];
  const shown = options.records.filter((record) => view === undefined || matchesView(record, view));
  const label = (field: string): string => object.fields.find(({ name }) => name === field)?.label ?? field;
  const actions = (record: CustomMetadataRecord): HTMLElement =>
    h(
      'td',
      {},
      h(
        'div',
        { class: 'wb-setup-actions' },
        link('Edit', record.label, () => go({ type, action: 'edit', record: record.developerName })),
        link('Clone', record.label, () => go({ type, action: 'new', record: record.developerName })),
        useAddress === null
          ? null
          : h('a', { class: 'slds-button', href: useAddress(record.developerName) }, 'Use in utility item'),
      ),
    );
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'wb-setup-heading' },
      h('h1', { class: 'slds-text-heading_medium' }, object.plural),
      button('New', () => go({ type, action: 'new' }), 'slds-button slds-button_brand'),
    ),
    h(
      'label',
      { class: 'wb-setup-view' },
      h('span', {}, 'View: '),
      h(
        'select',
        {
          class: 'slds-select wb-setup-select',
          onchange: (event) => go({ type, view: (event.target as HTMLSelectElement).value }),
        },
        ...object.listViews.map((each) =>
          h('option', { value: each.name, selected: each === view }, each.label),
        ),
      ),
    ),
    h(
      'div',
      { class: 'wb-list-table' },
      h(
        'table',
        { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Action'),
            ...columns.map((field) => h('th', { scope: 'col' }, label(field))),
          ),
        ),
        h(
          'tbody',
          {},
          ...shown.map((record) =>
            h(
              'tr',
              { 'data-record': record.developerName },
              actions(record),
              ...columns.map((field) => h('td', {}, choiceLabel(object, field, valueOf(record, field)))),
            ),
          ),
        ),
      ),
    ),
    shown.length === 0 ? h('p', { class: 'slds-p-around_small' }, 'No records to display.') : null,
  );
}
