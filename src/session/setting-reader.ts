import type * as z from 'zod/mini';
import type { FieldValue } from '../model/apex-contract.ts';
import { parseWith } from '../model/parse.ts';
import type { ConfigurationProblem } from '../model/softphone-view.ts';

/** Reads fields of a setting record one by one: what is absent or wrong is undefined, what is wrong is reported too. */
export interface SettingReader {
  readonly problems: readonly ConfigurationProblem[];
  /** Checked against a schema, after `convert` made its input of the field's trimmed text. */
  value<S extends z.core.$ZodType>(
    field: string,
    schema: S,
    convert?: (text: string) => unknown,
  ): z.output<S> | undefined;
  /** Comma or line separated entries; each wrong one is reported by its place and left out. */
  list(field: string, check: (entry: string) => string | null): readonly string[];
  /** Text for which `check` answers null; its answer is the reason otherwise. */
  text(field: string, check: (text: string) => string | null): string | undefined;
  report(path: string, message: string, level?: ConfigurationProblem['level']): void;
}

/** Fields by API name without `__c`; empty text counts as absent. */
export function createSettingReader(fields: Readonly<Record<string, FieldValue>>): SettingReader {
  const problems: ConfigurationProblem[] = [];

  function raw(field: string): string | undefined {
    const value = Object.hasOwn(fields, field) ? fields[field] : null;
    if (value === null || value === undefined) return undefined;
    const trimmed = String(value).trim();
    return trimmed === '' ? undefined : trimmed;
  }

  function report(path: string, message: string, level: ConfigurationProblem['level'] = 'error'): void {
    problems.push({ source: 'setting', path, message, level });
  }

  return {
    problems,
    report,
    value(field, schema, convert = (text) => text) {
      const text = raw(field);
      if (text === undefined) return undefined;
      const parsed = parseWith(schema, convert(text));
      if (parsed.ok) return parsed.value;
      for (const issue of parsed.issues) {
        const path = issue.path === '' ? field : `${field}.${issue.path}`;
        report(path, `${issue.message}; the default is used`);
      }
      return undefined;
    },
    text(field, check) {
      const text = raw(field);
      if (text === undefined) return undefined;
      const reason = check(text);
      if (reason === null) return text;
      report(field, `${reason}; it is not used`);
      return undefined;
    },
    list(field, check) {
      const entries = (raw(field) ?? '')
        .split(/[,\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
      return entries.filter((entry, index) => {
        const reason = check(entry);
        if (reason !== null) report(`${field}[${index}]`, `${reason}; it is not used`);
        return reason === null;
      });
    },
  };
}
