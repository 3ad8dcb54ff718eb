import type { OrgRecord } from '../../org/org-record.ts';
import type { SetupObject } from '../../shared/setup-object.ts';
import { h } from '../shell/dom.ts';

/** A record's values in the sections and columns of its object's layout; `draw` makes a value readable. */
export function renderLayoutDetails(
  record: OrgRecord,
  object: SetupObject,
  draw: (value: OrgRecord[string] | undefined) => Node | string,
): readonly HTMLElement[] {
  const labels = new Map(object.fields.map(({ name, label }) => [name, label]));
  const row = (field: string): HTMLElement =>
    h(
      'div',
      { class: 'slds-form-element slds-form-element_readonly wb-field' },
      h('dt', { class: 'slds-form-element__label' }, labels.get(field) ?? field),
      h('dd', { class: 'slds-form-element__static', 'data-field': field }, draw(record[field])),
    );
  return object.sections.map(({ label, columns }) =>
    h(
      'section',
      { class: 'slds-card__body slds-card__body_inner' },
      h('h3', { class: 'slds-section__title wb-setup-legend' }, label),
      h(
        'div',
        { class: columns.length > 1 ? 'wb-setup-columns' : '' },
        ...columns.map((column) => h('dl', {}, ...column.map(({ field }) => row(field)))),
      ),
    ),
  );
}
