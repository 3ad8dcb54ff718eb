import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { SetupField, SetupItem } from '../../shared/setup-object.ts';
import { h } from '../shell/dom.ts';

/** A field of a form: its element, and what stands in it now. */
export interface FormField {
  readonly name: string;
  readonly element: HTMLElement;
  read(): FieldValue;
  write(value: FieldValue): void;
  /** Shows what is wrong; null takes it away. */
  refuse(message: string | null): void;
  /** Called when the value was entered. */
  onEntered(listener: () => void): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function createControl(field: SetupField, id: string): Control {
  const attributes = { id, name: field.name };
  switch (field.kind) {
    case 'long-text':
      return h('textarea', {
        ...attributes,
        class: 'slds-textarea',
        rows: Math.min(field.lines, 12),
      }) as HTMLTextAreaElement;
    case 'picklist':
      return h(
        'select',
        { ...attributes, class: 'slds-select' },
        h('option', { value: '' }, '--None--'),
        ...field.choices.map(({ value, label }) => h('option', { value }, label)),
      ) as HTMLSelectElement;
    case 'checkbox':
      return h('input', { ...attributes, type: 'checkbox' }) as HTMLInputElement;
    default:
      return h('input', {
        ...attributes,
        type: 'text',
        class: 'slds-input',
        inputmode: field.kind === 'number' ? 'decimal' : null,
        autocomplete: 'off',
      }) as HTMLInputElement;
  }
}

/** What a number field holds that is no number is sent as it is: the platform refuses it. */
function readNumber(text: string): FieldValue {
  const number = Number(text);
  return text === '' ? null : Number.isNaN(number) ? text : number;
}

function wrap(field: SetupField, control: Control, isRequired: boolean, error: HTMLElement): HTMLElement {
  const help =
    field.help === null
      ? null
      : h(
          'p',
          { id: `${control.id}-help`, class: 'slds-text-body_small slds-text-color_weak wb-setup-help' },
          field.help,
        );
  control.setAttribute('aria-describedby', `${help === null ? '' : `${help.id} `}${error.id}`);
  const label = h(
    'label',
    { class: 'slds-form-element__label', for: control.id },
    isRequired ? h('abbr', { class: 'slds-required', title: 'required' }, '* ') : null,
    field.label,
  );
  const place = h('div', { class: 'slds-form-element__control' });
  place.append(control);
  return h(
    'div',
    { class: 'slds-form-element wb-setup-field', 'data-field': field.name },
    label,
    place,
    help,
    error,
  );
}

/** The field of a layout item, empty or with its default. */
export function createFormField(field: SetupField, item: SetupItem): FormField {
  const id = `setup-${field.name}`;
  const control = createControl(field, id);
  const isRequired = item.behavior === 'Required' && field.kind !== 'fixed';
  control.disabled = field.kind === 'fixed' || item.behavior === 'Readonly';
  const error = h('div', { id: `${id}-error`, class: 'slds-form-element__help', role: 'alert' });
  const element = wrap(field, control, isRequired, error);
  const write = (value: FieldValue): void => {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === true;
    else control.value = value === null ? '' : String(value);
  };
  write(field.defaultValue);
  return {
    name: field.name,
    element,
    read() {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
      const text = control.value.trim();
      if (field.kind === 'number') return readNumber(text);
      return text === '' ? null : text;
    },
    write,
    refuse(message) {
      element.classList.toggle('slds-has-error', message !== null);
      control.setAttribute('aria-invalid', String(message !== null));
      error.textContent = message;
    },
    onEntered(listener) {
      control.addEventListener('change', listener);
    },
  };
}
