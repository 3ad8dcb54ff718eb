import type { ResolveAction } from '../../model/action-request.ts';
import { resolveCreate } from './resolve-create.ts';
import { resolveLookUp } from './resolve-look-up.ts';
import { resolveOpen } from './resolve-open.ts';
import type { ResolveOptions } from './resolve-options.ts';
import { resolveUpdate } from './resolve-update.ts';
import { createResolver } from './resolver.ts';

/**
 * Makes the function that turns a planned action and what is known by now into a request to Salesforce. Pure; the
 * same action and scope always give the same request.
 */
export function createResolveAction(options: ResolveOptions): ResolveAction {
  return ({ action, key }, scope) => {
    const resolver = createResolver(scope, options);
    switch (action.type) {
      case 'screen-pop':
        return resolveLookUp(action, resolver);
      case 'open-page':
        return resolveOpen(action, resolver);
      case 'create-record':
        return resolveCreate(action, key, resolver);
      case 'update-call-log':
        return resolveUpdate(action, key, resolver);
      case 'run-flow': {
        const target = {
          kind: 'flow' as const,
          name: action.flow,
          inputs: resolver.texts('inputs', action.inputs),
        };
        const request = { target, where: 'tab' as const, parentRecordId: null, label: null };
        return { kind: 'open', request, notes: resolver.notes };
      }
      case 'publish':
        return {
          kind: 'publish',
          name: action.name,
          payload: resolver.texts('payload', action.payload),
          notes: resolver.notes,
        };
    }
  };
}
