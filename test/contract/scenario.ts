import type { FieldValue, FieldValues, RuleRecord } from '../../src/model/apex-contract.ts';
import type { FaultKind } from '../../workbench/org/faults.ts';
import type { OrgDuplicateRule } from '../../workbench/org/store/org-rules.ts';
import type { FieldPermissions, ObjectPermissions } from '../../workbench/org/store/rights.ts';

/** A JSON value of a scenario. */
export type Json = FieldValue | readonly Json[] | { readonly [key: string]: Json };

/**
 * What the Apex controllers promise, in a form that needs no org: records before, requests with faults, answers, records
 * after. In any text, `${name}` stands for the id of the record named so; `@name` alone is that id too, and the first
 * time an unknown `@name` stands in an expectation it takes the value found there. `@user` is the running user.
 */
export interface Scenario {
  readonly name: string;
  readonly before?: {
    /** Inserted in this order. */
    readonly records?: Readonly<Record<string, { readonly object: string; readonly fields: FieldValues }>>;
    /** Records that were merged: the one that is gone, and the one that stays. */
    readonly merged?: Readonly<Record<string, string>>;
    readonly objectPermissions?: Readonly<Record<string, Partial<ObjectPermissions>>>;
    /** By `Object.Field`. */
    readonly fieldPermissions?: Readonly<Record<string, Partial<FieldPermissions>>>;
    readonly duplicateRules?: readonly OrgDuplicateRule[];
    readonly settings?: Readonly<Record<string, FieldValues>>;
    readonly rules?: readonly RuleRecord[];
  };
  readonly steps: readonly ScenarioStep[];
  /** All records of these objects, oldest first; only the fields named here are compared. */
  readonly after?: Readonly<Record<string, readonly FieldValues[]>>;
}

export interface ScenarioStep {
  /** `PacelineInteractionController.apply` */
  readonly call: string;
  /** Sent as `requestJson`. */
  readonly request?: Json;
  /** Sent instead of `request` as the method's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly fault?: FaultKind;
  readonly response?: Json;
  readonly error?: { readonly status: number; readonly message: string };
  /** The answer never comes back. */
  readonly lost?: boolean;
}
