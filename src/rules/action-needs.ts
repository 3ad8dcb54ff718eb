import { INTERACTION_OBJECT } from '../model/action.ts';
import type { Action } from '../model/action.ts';
import type { ActionNeeds } from '../model/plan.ts';
import { actionTemplates } from './action-templates.ts';
import type { Template } from './merge/ast.ts';
import { createdObject } from './merge/fields.ts';
import { parseTemplate } from './merge/parse-template.ts';
import { loneCreated, templateFields } from './merge/template-fields.ts';

const OF_FIELDS = 'fields.';

/** Does the server fill in the id of a record that the same request creates? In the Task of a close it does not. */
function isFilledByServer(action: Action, path: string, template: Template): boolean {
  if (!path.startsWith(OF_FIELDS) || loneCreated(template) === null) return false;
  const closes = action.type === 'update-call-log' && action.target === 'log';
  return !closes || path.startsWith(`${OF_FIELDS}${INTERACTION_OBJECT}.`);
}

function relatesToMatch(action: Action): boolean {
  switch (action.type) {
    case 'update-call-log':
      return action.target === 'log' || action.target === 'match';
    case 'create-record':
      return action.object === INTERACTION_OBJECT || action.relateMatchTo !== undefined;
    default:
      return false;
  }
}

/** What an action takes from earlier actions of its call, by its merge fields and its targets. */
export function actionNeeds(action: Action): ActionNeeds {
  const templates = actionTemplates(action).flatMap(({ path, text }) => {
    const parsed = parseTemplate(text);
    return parsed.ok ? [{ path, template: parsed.value }] : [];
  });
  const fields = templates.flatMap(({ template }) => templateFields(template));
  const created = templates
    .filter(({ path, template }) => !isFilledByServer(action, path, template))
    .flatMap(({ template }) => templateFields(template))
    .flatMap((field) => createdObject(field) ?? []);
  return {
    match: relatesToMatch(action) || fields.some(([root]) => root === 'match'),
    created: [...new Set(created)],
    log: fields.some(([root]) => root === 'log'),
  };
}
