import * as z from 'zod/mini';
import { parseWith } from '../../../src/model/parse.ts';
import { apexRefusal } from '../refusal.ts';
import type { OrgRefusal } from '../refusal.ts';

const text = z.string().check(z.minLength(1));
const fieldValues = z.record(text, z.union([z.string(), z.number(), z.boolean(), z.null()]));

const operationBase = {
  key: text,
  fields: fieldValues,
  references: z.optional(z.record(text, text)),
};

export const applyRequestSchema = z.object({
  callKey: text,
  operations: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...operationBase, kind: z.literal('save-interaction') }),
      z.object({
        ...operationBase,
        kind: z.literal('close-interaction'),
        task: z.nullable(fieldValues),
        matchTaskBy: z.optional(text),
        wrapUpFields: z.optional(z.object({ disposition: z.optional(text), notes: z.optional(text) })),
      }),
      z.object({
        ...operationBase,
        kind: z.literal('create-record'),
        object: text,
        recordType: z.nullable(text),
        duplicates: z.enum(['allow', 'block']),
      }),
      z.object({
        ...operationBase,
        kind: z.literal('update-record'),
        object: text,
        target: z.union([z.object({ recordId: z.string() }), z.object({ created: text })]),
      }),
    ]),
  ),
});

export const wrapUpRequestSchema = z.object({
  callKey: text,
  notes: z.optional(z.string()),
  disposition: z.optional(z.string()),
});

export const lookUpRequestSchema = z.object({
  limit: z.number().check(z.minimum(1), z.maximum(50)),
  strategies: z.array(
    z.discriminatedUnion('by', [
      z.object({ by: z.literal('record-id'), recordId: z.string() }),
      z.object({ by: z.literal('field'), object: text, field: text, value: z.string() }),
      z.object({
        by: z.literal('phone'),
        objects: z.array(text),
        number: z.string(),
        nationalDigits: z.string(),
        variants: z.array(z.string()),
      }),
    ]),
  ),
});

const invalid = (path: string): OrgRefusal => apexRefusal(`INVALID_REQUEST: ${path} is missing or not valid`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid('requestJson');
    throw error;
  }
}

/** The parameter `requestJson`, parsed and checked; throws the error of an Apex method that could not read it. */
export function parseRequest<S extends z.core.$ZodType>(
  schema: S,
  params: Readonly<Record<string, unknown>>,
): z.output<S> {
  const { requestJson } = params;
  if (typeof requestJson !== 'string') throw invalid('requestJson');
  const result = parseWith(schema, parseJson(requestJson));
  if (result.ok) return result.value;
  throw invalid(result.issues[0]?.path || 'requestJson');
}
