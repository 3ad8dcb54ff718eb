import { checkFormula } from '../formula/check-formula.ts';
import { childOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { objectOf } from './type-rules.ts';

const TEXTS = new Set(['Text', 'TextArea', 'LongTextArea', 'Html', 'Email', 'Phone', 'Url', 'Picklist']);
const NUMBERS = new Set(['Number', 'Currency', 'Percent']);
const TIMES = new Set(['Date', 'DateTime', 'Time']);

/** A default is a formula: text stands in quotes, a number does not. */
export const checkDefault: XmlCheck = ({ schema, root, file, report }) => {
  const element = childOf(root, 'defaultValue');
  const type = textOf(root, 'type') ?? '';
  if (element === undefined) return;
  const text = element.text.trim();
  const quoted = /^(["']).*\1$/s.test(text);
  if (type === 'Checkbox') {
    if (!/^(true|false)$/.test(text))
      report(element, `<defaultValue> ${text} of a Checkbox must be true or false`);
    return;
  }
  if (text === '') report(element, '<defaultValue> is empty: remove it');
  else if (TEXTS.has(type) && (/^[\d.]+$/.test(text) || /^(true|false)$/i.test(text))) {
    report(element, `<defaultValue> ${text} of a ${type} field must be text in quotes: "${text}"`);
  } else if ((NUMBERS.has(type) || TIMES.has(type)) && quoted) {
    report(element, `<defaultValue> ${text} of a ${type} field must not stand in quotes`);
  } else if (TIMES.has(type) && /^[\d.:TZ-]+$/.test(text)) {
    report(element, `<defaultValue> ${text} of a ${type} field must be a formula, such as TODAY() or NOW()`);
  } else {
    for (const message of checkFormula(text, schema, objectOf(file)))
      report(element, `<defaultValue> ${message}`);
  }
};

export const checkFieldFormula: XmlCheck = ({ schema, root, file, report }) => {
  const element = childOf(root, 'formula');
  if (element === undefined) return;
  for (const message of checkFormula(element.text, schema, objectOf(file)))
    report(element, `<formula> ${message}`);
};
