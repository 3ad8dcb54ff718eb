import type { OpenPageAction, PageTarget } from '../../model/action.ts';
import type { ActionRequest } from '../../model/action-request.ts';
import type { OpenTarget } from '../../model/action-runner.ts';
import { resolveTemplate } from '../merge/resolve-template.ts';
import { checkUrl } from './check-url.ts';
import type { Resolver } from './resolver.ts';

interface Refusal {
  readonly refused: string;
}

/** Values are percent-encoded unless they begin the URL: there they may bring scheme and host, which are checked. */
function resolveUrl(template: string, resolver: Resolver): string {
  return resolver
    .template('target.url', template)
    .map((part, index) => {
      if (typeof part === 'string') return part;
      const { text, empties } = resolveTemplate([part], resolver.scope, resolver.options);
      resolver.notes.push(...empties.map((field) => `target.url: ${field} is empty`));
      return index === 0 ? text : encodeURIComponent(text.toWellFormed());
    })
    .join('')
    .trim();
}

function addParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
  if (query === '') return url;
  const [page = '', ...fragment] = url.split('#');
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  return [`${page}${joint}${query}`, ...fragment].join('#');
}

function webTarget(target: Extract<PageTarget, { kind: 'web' }>, resolver: Resolver): OpenTarget | Refusal {
  const parameters = resolver.texts('target.parameters', target.parameters);
  const checked = checkUrl(
    addParameters(resolveUrl(target.url, resolver), parameters),
    resolver.options.allowedHosts,
    { fromValue: typeof resolver.template('target.url', target.url)[0] !== 'string' },
  );
  return checked.ok ? { kind: 'web', url: checked.url } : { refused: checked.reason };
}

function resolveTarget(target: PageTarget, resolver: Resolver): OpenTarget | Refusal {
  switch (target.kind) {
    case 'record': {
      const recordId = resolver.recordId('target.recordId', target.recordId);
      if (recordId === null) return { refused: `There is no record to open: ${resolver.notes.join('; ')}` };
      return { kind: 'record', recordId, objectApiName: target.object ?? null };
    }
    case 'new-record':
      return {
        kind: 'new-record',
        object: target.object,
        defaults: resolver.texts('target.defaults', target.defaults),
      };
    case 'object-home':
      return { kind: 'object-home', object: target.object };
    case 'list-view':
      return { kind: 'list-view', object: target.object, filterName: target.filterName ?? null };
    case 'component':
      return {
        kind: 'component',
        name: target.name,
        state: resolver.texts('target.state', target.state),
      };
    case 'visualforce':
      return {
        kind: 'visualforce',
        page: target.page,
        parameters: resolver.texts('target.parameters', target.parameters),
      };
    case 'flow':
      return { kind: 'flow', name: target.name, inputs: resolver.texts('target.inputs', target.inputs) };
    case 'web':
      return webTarget(target, resolver);
  }
}

/** The page of an open-page action; refused when it has no record or its URL is not allowed. */
export function resolveOpen(action: OpenPageAction, resolver: Resolver): ActionRequest {
  if (!action.on) return { kind: 'skip', reason: 'The page is switched off' };
  if (action.target === null) return { kind: 'skip', reason: 'The rule names no page to open' };
  const target = resolveTarget(action.target, resolver);
  if ('refused' in target) {
    const empty =
      action.target.kind === 'record' && resolver.notes.every((note) => note.endsWith('is empty'));
    return { kind: empty ? 'skip' : 'refuse', reason: target.refused };
  }
  const parentRecordId = action.parent === undefined ? null : resolver.recordId('parent', action.parent);
  return {
    kind: 'open',
    request: { target, where: action.where, parentRecordId, label: null },
    notes: resolver.notes,
  };
}
