import type { ActionScope } from '../../model/action-request.ts';
import type { FieldValue } from '../../model/apex-contract.ts';
import type { Template } from '../merge/ast.ts';
import { parseTemplate } from '../merge/parse-template.ts';
import { resolveTemplate } from '../merge/resolve-template.ts';
import type { ResolvedTemplate } from '../merge/resolve-template.ts';
import { isWithheld } from '../phone.ts';
import { isRecordId } from '../../model/record-id.ts';
import type { ResolveOptions } from './resolve-options.ts';

/** Resolves the texts of one action and collects what is worth a line in the trace. */
export interface Resolver {
  readonly scope: ActionScope;
  readonly options: ResolveOptions;
  readonly notes: string[];
  /** `what` names the place in the action for the note about an empty field. */
  resolve(what: string, template: string): ResolvedTemplate;
  text(what: string, template: string): string;
  value(what: string, template: string): FieldValue;
  /** Null, with a note, unless the text is a record id. */
  recordId(what: string, template: string): string | null;
  /** Texts by name; those that come out empty are left out. */
  texts(what: string, templates: Readonly<Record<string, string>>): Record<string, string>;
  template(what: string, template: string): Template;
}

export function createResolver(scope: ActionScope, options: ResolveOptions): Resolver {
  const notes: string[] = [];
  const note = (text: string): void => {
    if (!notes.includes(text)) notes.push(text);
  };
  const resolver: Resolver = {
    scope,
    options,
    notes,
    template(what, template) {
      const parsed = parseTemplate(template);
      if (parsed.ok) return parsed.value;
      note(`${what} cannot be read: ${parsed.issues[0]?.message ?? 'not a template'}`);
      return [];
    },
    resolve(what, template) {
      const resolved = resolveTemplate(resolver.template(what, template), scope, options);
      for (const field of resolved.empties) {
        const isWithheldNumber = field === 'call.phoneNumber' && isWithheld(scope.call.phoneNumber);
        note(`${what}: ${field} is empty${isWithheldNumber ? ', because the number is withheld' : ''}`);
      }
      return resolved;
    },
    text: (what, template) => resolver.resolve(what, template).text.trim(),
    value: (what, template) => resolver.resolve(what, template).value,
    recordId(what, template) {
      const text = resolver.text(what, template);
      if (isRecordId(text)) return text;
      if (text !== '') note(`${what} is not a record id`);
      return null;
    },
    texts(what, templates) {
      const entries = Object.entries(templates).map(([name, template]): [string, string] => [
        name,
        resolver.text(`${what}.${name}`, template),
      ]);
      return Object.fromEntries(entries.filter(([, text]) => text !== ''));
    },
  };
  return resolver;
}
