import * as z from 'zod/mini';

interface BadName {
  readonly input?: unknown;
}

/** Text that goes to Salesforce as it is written: no merge field is resolved in it. */
function literalName(pattern: RegExp, words: string) {
  const error = ({ input }: BadName): string =>
    String(input).includes('{!')
      ? 'takes no merge field: it would be sent as it is written'
      : `must be ${words}, not ${JSON.stringify(input)}`;
  return z.string().check(z.regex(pattern, { error }));
}

/** Name of an object, a field, a record type, a flow or a page. */
export const apiName = literalName(
  /^[A-Za-z][A-Za-z0-9_]*$/,
  'an API name (letters, digits and "_", as Case or My_Field__c)',
);

/** A field of the Task, or one of the interaction when its object stands before it. */
export const logFieldName = literalName(
  /^(?:Paceline_Interaction__c\.)?[A-Za-z][A-Za-z0-9_]*$/,
  'the API name of a field (letters, digits and "_", as Subject or My_Field__c)',
);

/** Standard list views begin with `__`. */
export const listViewName = literalName(
  /^[A-Za-z0-9_]+$/,
  'the API name or the id of a list view (letters, digits and "_", as AllOpenCases)',
);

export const componentName = literalName(
  /^[A-Za-z][A-Za-z0-9_]*__[A-Za-z][A-Za-z0-9_]*$/,
  'a namespace and the name of a component, as c__myPanel',
);

export const messageName = literalName(/^(?![\s\S]*\{!)[\s\S]+$/, 'a name');

/** What an update can be about. */
export const updateTarget = z.string().check(
  z.regex(
    /^(?:log|match|created\.[A-Za-z][A-Za-z0-9_]*(?:\.Id)?|(?=[A-Za-z]*[0-9])[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?|(?!created\.)[\s\S]*\{![\s\S]*)$/,
    {
      error: ({ input }) =>
        `must be "log", "match", "created.<Object>", a record id or a merge field, not ${JSON.stringify(input)}`,
    },
  ),
);
