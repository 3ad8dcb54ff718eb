import { h, objectIcon } from './dom.ts';
import { recordLink, renderValue } from './field-value.ts';
import { fieldLabel, findObject } from './objects.ts';
import { recordName } from './org-data.ts';
import type { OrgData } from './org-data.ts';

/** An object's list: newest last, as the org answers it. */
export async function renderListPage(
  objectApiName: string,
  data: OrgData,
  open: (recordId: string) => void,
): Promise<HTMLElement> {
  const display = findObject(objectApiName);
  const [records, names] = await Promise.all([data.list(objectApiName), data.names()]);
  return h(
    'div',
    { class: 'wb-list', 'data-object': objectApiName },
    h(
      'div',
      { class: 'slds-page-header' },
      h(
        'div',
        { class: 'slds-media slds-media_center' },
        h('div', { class: 'slds-media__figure' }, objectIcon(display.icon, 'medium')),
        h(
          'div',
          { class: 'slds-media__body' },
          h('p', { class: 'slds-text-body_small slds-text-color_weak' }, display.plural),
          h('h1', { class: 'slds-page-header__title' }, `All ${display.plural}`),
          h('p', { class: 'slds-page-header__meta-text' }, `${records.length} items`),
        ),
      ),
    ),
    h(
      'div',
      { class: 'wb-list-table' },
      h(
        'table',
        { class: 'slds-table slds-table_cell-buffer slds-table_bordered slds-table_fixed-layout' },
        h(
          'thead',
          {},
          h(
            'tr',
            { class: 'slds-line-height_reset' },
            ...display.columns.map((field) =>
              h('th', { scope: 'col' }, h('div', { class: 'slds-truncate' }, fieldLabel(field))),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          ...records.map((record) =>
            h(
              'tr',
              { class: 'slds-hint-parent' },
              ...display.columns.map((field) =>
                h(
                  'td',
                  {},
                  h(
                    'div',
                    { class: 'slds-truncate' },
                    field === display.nameField
                      ? recordLink(record.Id, recordName(record), open)
                      : renderValue(record[field], names, open),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
