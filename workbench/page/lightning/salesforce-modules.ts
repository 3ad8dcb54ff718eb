import type { PageConfig } from '../../shared/page-config.ts';
import type { OrgHttpClient } from '../org-client.ts';
import { createLoadingAdapter } from './wire-adapter.ts';

function apexMethod(org: OrgHttpClient, id: string): unknown {
  const [className = '', methodName = ''] = id.split('.').slice(-2);
  const call = (params?: unknown): Promise<unknown> => org.apex(className, methodName, params);
  const adapter = createLoadingAdapter(call, () => () => undefined);
  return Object.assign(call, { adapter });
}

function i18n(name: string): unknown {
  const known: Readonly<Record<string, unknown>> = {
    lang: 'en',
    locale: 'en-US',
    dir: 'ltr',
    currency: 'USD',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    firstDayOfWeek: 1,
  };
  return known[name];
}

/** The default export of an `@salesforce/<scope>/<name>` module; undefined where the platform has nothing either. */
export function salesforceModule(id: string, config: PageConfig, org: OrgHttpClient): unknown {
  const [, scope = '', ...rest] = id.split('/');
  const name = rest.join('/');
  switch (scope) {
    case 'apex':
      return apexMethod(org, name);
    case 'label':
      return config.labels[name.replace(/^c\./, '')] ?? `{${name}}`;
    case 'resourceUrl':
      return `/resource/${config.build}/${name}`;
    case 'messageChannel':
      return Object.freeze({ name });
    case 'user':
      return name === 'Id' ? config.userId : false;
    case 'customPermission':
    case 'userPermission':
      return config.customPermissions.includes(name) ? true : undefined;
    case 'i18n':
      return i18n(name);
    case 'client':
      return 'Large';
    case 'schema': {
      const [objectApiName = '', ...field] = name.split('.');
      return field.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: field.join('.') };
    }
    default:
      return undefined;
  }
}
