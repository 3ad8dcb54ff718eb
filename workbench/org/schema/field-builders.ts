import { defineField } from './field-definition.ts';
import type { FieldDefinition } from './field-definition.ts';

const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ Id$/, ' ID');

type Overrides = Partial<FieldDefinition>;

/** Short forms for the tables of standard objects; labels follow the API name. */
export const text = (name: string, length: number, more: Overrides = {}): FieldDefinition =>
  defineField(name, spaced(name), 'string', { length, ...more });

export const longText = (name: string, length: number): FieldDefinition =>
  defineField(name, spaced(name), 'textarea', { length, filterable: false });

export const phone = (name: string): FieldDefinition =>
  defineField(name, spaced(name), 'phone', { length: 40 });

export const email = (name: string): FieldDefinition =>
  defineField(name, spaced(name), 'email', { length: 80 });

export const url = (name: string): FieldDefinition => defineField(name, spaced(name), 'url', { length: 255 });

export const pick = (name: string, values: readonly string[], more: Overrides = {}): FieldDefinition =>
  defineField(name, spaced(name), 'picklist', { length: 255, values, ...more });

export const flag = (name: string, more: Overrides = {}): FieldDefinition =>
  defineField(name, spaced(name), 'boolean', { defaultValue: false, ...more });

export const whole = (name: string, integerDigits = 9): FieldDefinition =>
  defineField(name, spaced(name), 'int', { integerDigits });

export const amount = (name: string, scale = 2): FieldDefinition =>
  defineField(name, spaced(name), 'currency', { integerDigits: 18 - scale, scale });

export const day = (name: string, more: Overrides = {}): FieldDefinition =>
  defineField(name, spaced(name), 'date', more);

export const moment = (name: string): FieldDefinition => defineField(name, spaced(name), 'datetime');

export const reference = (
  name: string,
  referenceTo: readonly string[],
  more: Overrides = {},
): FieldDefinition => defineField(name, spaced(name), 'reference', { referenceTo, ...more });

/** A field that the platform computes. */
export const computed = (field: FieldDefinition): FieldDefinition => ({
  ...field,
  createable: false,
  updateable: false,
});
