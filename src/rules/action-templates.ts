import type { Action, PageTarget } from '../model/action.ts';

/** A text with merge fields, and where it stands in its action. */
export interface TemplateAt {
  readonly path: string;
  readonly text: string;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

const at = (path: string, text: string | undefined): TemplateAt[] =>
  text === undefined ? [] : [{ path, text }];

const within = (path: string, values: Values): TemplateAt[] =>
  Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ path: `${path}.${name}`, text: value }] : [],
  );

function inTarget(target: PageTarget): TemplateAt[] {
  switch (target.kind) {
    case 'record':
      return at('target.recordId', target.recordId);
    case 'new-record':
      return within('target.defaults', target.defaults);
    case 'component':
      return within('target.state', target.state);
    case 'visualforce':
      return within('target.parameters', target.parameters);
    case 'flow':
      return within('target.inputs', target.inputs);
    case 'web':
      return [...at('target.url', target.url), ...within('target.parameters', target.parameters)];
    case 'object-home':
    case 'list-view':
      return [];
  }
}

/** Every text of an action in which merge fields are resolved. */
export function actionTemplates(action: Action): TemplateAt[] {
  switch (action.type) {
    case 'screen-pop':
      return [
        ...action.strategies.flatMap((strategy, index) =>
          at(
            `strategies[${index}].${strategy.by === 'phone' ? 'number' : 'value'}`,
            strategy.by === 'phone' ? strategy.number : strategy.value,
          ),
        ),
        ...(action.none.do === 'new-record' ? within('none.defaults', action.none.defaults) : []),
        ...(action.none.do === 'search' ? at('none.term', action.none.term) : []),
        ...(action.many.do === 'search' ? at('many.term', action.many.term) : []),
        ...at('open.parent', action.open.parent),
      ];
    case 'open-page':
      return [...(action.target === null ? [] : inTarget(action.target)), ...at('parent', action.parent)];
    case 'create-record':
      return within('fields', action.fields);
    case 'update-call-log':
      return [
        ...(action.target.includes('{!') ? at('target', action.target) : []),
        ...within('fields', action.fields),
      ];
    case 'run-flow':
      return within('inputs', action.inputs);
    case 'publish':
      return within('payload', action.payload);
  }
}
