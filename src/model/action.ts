import * as z from 'zod/mini';
import { apiName, componentName, listViewName, logFieldName, messageName, updateTarget } from './api-name.ts';

const text = z.string().check(z.minLength(1));
/** Text with merge fields, `{!call.phoneNumber}`. */
const template = z.string();
/** Part of the idempotency key: unique in its rule, at most 40 letters, digits, `-`, `_`. Filled in when absent. */
const actionId = z.optional(
  z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, "-" or "_"')),
);
const fieldValue = z.union([template, z.number(), z.boolean(), z.null()]);
const fieldMap = z.record(apiName, fieldValue);
/** Texts by the API name of a field or of a flow's variable. */
const namedTexts = z._default(z.record(apiName, template), {});
/** Texts by any name that is not empty. */
const texts = z._default(z.record(text, template), {});
/** In seconds: as long as an action that waits is kept at all. */
export const LONGEST_WAIT = 86_400;

/** Where a page opens. `reuse` focuses the tab that shows it already. */
export const openWhereSchema = z.enum(['tab', 'subtab', 'background', 'reuse']);

export const lookUpStrategySchema = z.discriminatedUnion('by', [
  /** A record id in a contact attribute. `objects`: whose records may be found, any when absent. */
  z.strictObject({
    by: z.literal('record-id'),
    value: template,
    objects: z.optional(z.array(apiName).check(z.minLength(1))),
  }),
  z.strictObject({ by: z.literal('field'), object: apiName, field: apiName, value: template }),
  z.strictObject({
    by: z.literal('phone'),
    /** In ranked order. */
    objects: z.array(apiName).check(z.minLength(1)),
    number: z._default(template, '{!call.phoneNumber}'),
  }),
]);

export const screenPopSchema = z.strictObject({
  type: z.literal('screen-pop'),
  id: actionId,
  strategies: z.array(lookUpStrategySchema).check(z.minLength(1)),
  none: z._default(
    z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('nothing') }),
      z.strictObject({
        do: z.literal('new-record'),
        object: apiName,
        defaults: namedTexts,
      }),
      z.strictObject({ do: z.literal('search'), term: z._default(template, '{!call.phoneNumber}') }),
    ]),
    { do: 'nothing' },
  ),
  many: z._default(
    z.discriminatedUnion('do', [
      /** Time-out in seconds, after which dependants run unrelated. */
      z.strictObject({
        do: z.literal('ask'),
        timeoutSeconds: z._default(
          z
            .number()
            .check(
              z.positive(),
              z.maximum(LONGEST_WAIT, `must be at most ${LONGEST_WAIT} (24 hours): the time is in seconds`),
            ),
          600,
        ),
      }),
      z.strictObject({ do: z.literal('best') }),
      z.strictObject({ do: z.literal('search'), term: z._default(template, '{!call.phoneNumber}') }),
    ]),
    { do: 'ask', timeoutSeconds: 600 },
  ),
  open: z._default(z.strictObject({ where: openWhereSchema, parent: z.optional(template) }), {
    where: 'reuse',
  }),
});

export const pageTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), recordId: template, object: z.optional(apiName) }),
  z.strictObject({
    kind: z.literal('new-record'),
    object: apiName,
    defaults: namedTexts,
  }),
  z.strictObject({ kind: z.literal('object-home'), object: apiName }),
  z.strictObject({ kind: z.literal('list-view'), object: apiName, filterName: z.optional(listViewName) }),
  z.strictObject({
    kind: z.literal('component'),
    name: componentName,
    state: texts,
  }),
  z.strictObject({
    kind: z.literal('visualforce'),
    page: apiName,
    parameters: texts,
  }),
  z.strictObject({ kind: z.literal('flow'), name: apiName, inputs: namedTexts }),
  z.strictObject({
    kind: z.literal('web'),
    url: template,
    parameters: texts,
  }),
]);

export const openPageSchema = z.strictObject({
  type: z.literal('open-page'),
  id: actionId,
  /** The literal presets ship without a target, switched off: the source names none. */
  on: z._default(z.boolean(), true),
  target: z._default(z.nullable(pageTargetSchema), null),
  where: z._default(openWhereSchema, 'tab'),
  parent: z.optional(template),
});

/** The object whose creation means "open this call's own live record". */
export const INTERACTION_OBJECT = 'Paceline_Interaction__c';

export const createRecordSchema = z.strictObject({
  type: z.literal('create-record'),
  id: actionId,
  object: z._default(apiName, INTERACTION_OBJECT),
  recordType: z.optional(apiName),
  fields: z._default(fieldMap, {}),
  /** Field that receives the id of the screen pop's match; of several the first that can hold it. */
  relateMatchTo: z.optional(z.union([apiName, z.array(apiName).check(z.minLength(1))])),
  openAfter: z._default(z.boolean(), false),
  duplicates: z._default(z.enum(['allow', 'block']), 'allow'),
});

export const updateCallLogSchema = z.strictObject({
  type: z.literal('update-call-log'),
  id: actionId,
  /** `log` closes the interaction and writes the completed Task; `match`, `created.<Object>` or a merge field name a record. */
  target: z._default(updateTarget, 'log'),
  /** Needed when the target is a merge field or an id. */
  object: z.optional(apiName),
  /** Of target `log`: fields of the Task; names that begin with `Paceline_Interaction__c.` go to the interaction. */
  fields: z._default(z.record(logFieldName, fieldValue), {}),
  /** Of target `log`: the Task field by which a Task that another system wrote for this call is found and updated. */
  matchTaskBy: z.optional(apiName),
});

export const runFlowSchema = z.strictObject({
  type: z.literal('run-flow'),
  id: actionId,
  flow: apiName,
  inputs: namedTexts,
});

export const publishSchema = z.strictObject({
  type: z.literal('publish'),
  id: actionId,
  name: messageName,
  payload: texts,
});

export const actionSchema = z.discriminatedUnion('type', [
  screenPopSchema,
  openPageSchema,
  createRecordSchema,
  updateCallLogSchema,
  runFlowSchema,
  publishSchema,
]);

export type Action = z.output<typeof actionSchema>;
export type ScreenPopAction = z.output<typeof screenPopSchema>;
export type OpenPageAction = z.output<typeof openPageSchema>;
export type CreateRecordAction = z.output<typeof createRecordSchema>;
export type UpdateCallLogAction = z.output<typeof updateCallLogSchema>;
export type LookUpStrategyConfig = z.output<typeof lookUpStrategySchema>;
export type PageTarget = z.output<typeof pageTargetSchema>;
