/** The parts of the Salesforce CLI's JSON that are read; everything else passes unread. */
import * as z from 'zod/mini';

const text = z.string();
const flag = z.boolean();

export const orgSchema = z.object({ id: text, instanceUrl: text });
export const deploySchema = z.object({
  success: flag,
  numberComponentsDeployed: z.number(),
  details: z.optional(
    z.object({
      componentFailures: z.optional(
        z.array(z.object({ fullName: text, problem: text, fileName: z.optional(text) })),
      ),
    }),
  ),
});
export const assignmentSchema = z.object({
  successes: z.array(z.unknown()),
  failures: z.array(z.object({ message: text })),
});
export const testRunSchema = z.object({
  summary: z.object({
    outcome: text,
    testsRan: z.number(),
    failing: z.number(),
    testRunCoverage: z.optional(text),
  }),
  tests: z.array(z.object({ FullName: text, Outcome: text, Message: z.optional(z.nullable(text)) })),
});
export const describeSchema = z.object({
  fields: z.array(z.object({ name: text, createable: flag, externalId: flag })),
});
export const apexRunSchema = z.object({ success: flag, logs: z.optional(text) });

const records = <Row extends z.ZodMiniType>(row: Row) => z.object({ records: z.array(row) });
export const trustedUrlsSchema = records(
  z.object({ EndpointUrl: text, IsActive: flag, IsApplicableToFrameSrc: flag, CanAccessMicrophone: flag }),
);
export const settingsSchema = records(
  z.object({
    DeveloperName: text,
    Ccp_Url__c: z.nullable(text),
    Ruleset__c: z.nullable(text),
    Org_Id__c: z.nullable(text),
  }),
);
export const rulesSchema = records(z.object({ DeveloperName: text, Ruleset__c: text }));
export const jobsSchema = records(z.object({ State: text, CronJobDetail: z.object({ Name: text }) }));

export type Assignment = z.output<typeof assignmentSchema>;
export type Deploy = z.output<typeof deploySchema>;
export type TestRun = z.output<typeof testRunSchema>;
export type Describe = z.output<typeof describeSchema>;
export type TrustedUrls = z.output<typeof trustedUrlsSchema>;
export type Settings = z.output<typeof settingsSchema>;
export type Rules = z.output<typeof rulesSchema>;
export type Jobs = z.output<typeof jobsSchema>;
export type Org = z.output<typeof orgSchema>;
