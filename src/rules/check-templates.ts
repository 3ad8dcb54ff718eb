import type { Action } from '../model/action.ts';
import type { Issue } from '../model/parse.ts';
import { actionTemplates } from './action-templates.ts';
import { parseTemplate } from './merge/parse-template.ts';

/** What is wrong with the merge fields of a rule's actions; paths begin at the rule, `actions[0].fields.Subject`. */
export function checkTemplates(actions: readonly Action[]): Issue[] {
  return actions.flatMap((action, index) =>
    actionTemplates(action).flatMap(({ path, text }) => {
      const parsed = parseTemplate(text);
      if (parsed.ok) return [];
      return parsed.issues.map((issue) => ({ ...issue, path: `actions[${index}].${path}` }));
    }),
  );
}
