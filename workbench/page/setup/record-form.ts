import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { SetupObject, SetupSection } from '../../shared/setup-object.ts';
import { refusalText } from '../org-client.ts';
import { button, h } from '../shell/dom.ts';
import { createFormField } from './form-field.ts';
import type { FormField } from './form-field.ts';
import { fieldErrorsOf } from './setup-client.ts';
import type { SetupClient } from './setup-client.ts';

const LABEL = 'MasterLabel';
const NAME = 'DeveloperName';

/** The name that the platform proposes for a label: letters, digits, single underscores. */
export function proposeName(label: string): string {
  return label
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
}

function renderSection(section: SetupSection, fields: ReadonlyMap<string, FormField>): HTMLElement {
  return h(
    'fieldset',
    { class: 'wb-setup-section' },
    h('legend', { class: 'slds-section__title wb-setup-legend' }, section.label),
    h(
      'div',
      { class: section.columns.length > 1 ? 'wb-setup-columns' : '' },
      ...section.columns.map((column) =>
        h('div', {}, ...column.map(({ field }) => fields.get(field)?.element)),
      ),
    ),
  );
}

function fill(fields: ReadonlyMap<string, FormField>, record: CustomMetadataRecord, isCopy: boolean): void {
  for (const [name, value] of Object.entries(record.fields)) fields.get(name)?.write(value);
  fields.get(LABEL)?.write(isCopy ? null : record.label);
  fields.get(NAME)?.write(isCopy ? null : record.developerName);
}

/** The form of a record by the type's layout. `start`: the record to edit, or to copy into a new one. */
export function renderRecordForm(options: {
  readonly object: SetupObject;
  readonly client: SetupClient;
  readonly start: CustomMetadataRecord | undefined;
  readonly isNew: boolean;
  readonly leave: () => void;
}): HTMLElement {
  const { object, client, start, isNew } = options;
  const fields = new Map<string, FormField>();
  for (const item of object.sections.flatMap(({ columns }) => columns.flat())) {
    const field = object.fields.find(({ name }) => name === item.field);
    if (field === undefined) continue;
    const isNameOfKnown = item.field === NAME && !isNew;
    fields.set(item.field, createFormField(isNameOfKnown ? { ...field, kind: 'fixed' } : field, item));
  }
  if (start !== undefined) fill(fields, start, isNew);
  const text = (name: string): string => String(fields.get(name)?.read() ?? '');
  fields.get(LABEL)?.onEntered(() => {
    if (text(NAME) === '') fields.get(NAME)?.write(proposeName(text(LABEL)));
  });

  const error = h('div', { class: 'slds-box slds-theme_error wb-setup-error', role: 'alert', hidden: true });
  const save = async (): Promise<void> => {
    error.hidden = true;
    for (const field of fields.values()) field.refuse(null);
    const own = [...fields.values()].filter(({ name }) => name.endsWith('__c'));
    try {
      await client.save({
        type: object.apiName,
        replaces: isNew ? null : (start?.developerName ?? null),
        developerName: text(NAME),
        label: text(LABEL),
        fields: Object.fromEntries(own.map((field) => [field.name, field.read()])),
      });
      options.leave();
    } catch (refusal) {
      for (const [name, message] of Object.entries(fieldErrorsOf(refusal))) fields.get(name)?.refuse(message);
      error.textContent = refusalText(refusal);
      error.hidden = false;
      error.scrollIntoView({ block: 'nearest' });
    }
  };
  const buttons = (): HTMLElement =>
    h(
      'div',
      { class: 'wb-setup-buttons' },
      h('button', { type: 'submit', class: 'slds-button slds-button_brand' }, 'Save'),
      button('Cancel', options.leave),
    );
  return h(
    'form',
    {
      class: 'wb-setup-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void save();
      },
    },
    h(
      'div',
      { class: 'wb-setup-heading' },
      h('h1', { class: 'slds-text-heading_medium' }, isNew ? `New ${object.label}` : (start?.label ?? '')),
      buttons(),
    ),
    error,
    ...object.sections.map((section) => renderSection(section, fields)),
    buttons(),
  );
}
