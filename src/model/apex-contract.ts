/**
 * The JSON contract between the softphone and the package's Apex controllers; the scenarios of test/contract state it.
 * Times are ISO 8601 UTC text, ids 18 characters.
 */

/** A value of a record's field as it travels: the platform's scalar types. */
export type FieldValue = string | number | boolean | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One `Paceline_Rule__mdt` record as configured; `triggerJson` and `actionsJson` are not trusted before the core parsed them. */
export interface RuleRecord {
  readonly developerName: string;
  readonly label: string;
  readonly ruleset: string;
  readonly order: number;
  readonly active: boolean;
  readonly triggerJson: string | null;
  readonly actionsJson: string | null;
}

/** `PacelineConfigurationController.load({ settingName })`. `setting` is null when no such record exists. */
export interface ConfigurationResponse {
  /** Changes whenever the answer's content does. */
  readonly revision: string;
  readonly settingName: string;
  /** Fields of the `Paceline_Setting__mdt` record, by API name without `__c`. */
  readonly setting: Readonly<Record<string, FieldValue>> | null;
  /** All rules of the setting's ruleset, switched off ones included. */
  readonly rules: readonly RuleRecord[];
  readonly org: {
    readonly id: string;
    readonly userId: string;
    readonly userName: string;
    readonly defaultCountry: string | null;
  };
}

/** `PacelineLookupController.search({ requestJson })`: strategies in order; the first that finds anything ends the search. */
export interface LookUpRequest {
  readonly strategies: readonly LookUpStrategy[];
  /** At most so many matches come back (1 to 50). */
  readonly limit: number;
}

export type LookUpStrategy =
  | {
      readonly by: 'record-id';
      readonly recordId: string;
      /** Objects whose records may be found; any when absent. */
      readonly objects?: readonly string[];
    }
  | { readonly by: 'field'; readonly object: string; readonly field: string; readonly value: string }
  | {
      readonly by: 'phone';
      /** Objects in ranked order. */
      readonly objects: readonly string[];
      /** E.164 where known, else as received. */
      readonly number: string;
      /** Digits of the national number without its trunk prefix, for comparing. */
      readonly nationalDigits: string;
      /** Spellings to search for, best first. */
      readonly variants: readonly string[];
    };

export interface RecordMatch {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly name: string;
  /** A second line for the agent: account, city, number. */
  readonly detail: string | null;
  /** 1 is best; equal numbers are equally good. */
  readonly rank: number;
}

export interface LookUpResponse {
  readonly matches: readonly RecordMatch[];
  /** More were found than `limit` allows. */
  readonly truncated: boolean;
  /** Index of the strategy that found the matches, or null. */
  readonly strategyIndex: number | null;
  /** What could not be searched, and why ("no access to Lead"). */
  readonly skipped: readonly { readonly what: string; readonly reason: string }[];
}

/**
 * What tells one offer of a call id from another. Times are ages in whole seconds when the request is sent, so that the
 * clocks of two browsers and of the server need not agree.
 */
export interface CallOffer {
  /** Names the browser that counted the offer at the end of the call key. */
  readonly browser: string;
  /** Since the agent was offered the call, where Amazon Connect tells it. */
  readonly offeredSecondsAgo: number | null;
  /** Since the earliest moment of the call that this browser knows. */
  readonly startedSecondsAgo: number | null;
  /** Since the end; null while the call lives. */
  readonly endedSecondsAgo: number | null;
  /** The customer's number, null where it is not known. */
  readonly phoneNumber: string | null;
}

/**
 * `PacelineInteractionController.apply({ requestJson })`: an ordered batch for one call. The server gets or creates the
 * interaction row of (running user, call id, offer), locks it, skips operations whose keys stand in its ledger (their
 * stored results come back with `repeated`), runs the others and stores their results, all in one transaction. A row
 * lock fails the request as a whole, and nothing is written; any other failure is that of its operation.
 */
export interface ApplyRequest {
  /** `<agent id>|<call id>|<number of the offer in this browser>` */
  readonly callKey: string;
  /** Without it the call key alone tells offers apart. */
  readonly offer?: CallOffer;
  readonly operations: readonly ApplyOperation[];
}

interface OperationBase {
  /** Idempotency key of the action. */
  readonly key: string;
  readonly fields: FieldValues;
  /** Field API name to the key of an earlier operation of this call whose record id belongs there. */
  readonly references?: Readonly<Record<string, string>>;
}

export type ApplyOperation =
  /** Write fields of the interaction itself; those that are evidence of the call are written in system mode. */
  | (OperationBase & { readonly kind: 'save-interaction' })
  /**
   * Write fields, and insert the completed Task once. A Task that exists is updated instead: the one named by `task.Id`,
   * the one that the ledger or, for a Task of the running user, its key says to be this call's, or one that another
   * system wrote (equal value in the Task field `matchTaskBy`); never the log of another call. A relation that cannot be
   * written is left out with a note: a log is not lost to it.
   */
  | (OperationBase & {
      readonly kind: 'close-interaction';
      readonly task: FieldValues | null;
      readonly matchTaskBy?: string;
      readonly wrapUpFields?: WrapUpFields;
    })
  | (OperationBase & {
      readonly kind: 'create-record';
      readonly object: string;
      readonly recordType: string | null;
      readonly duplicates: 'allow' | 'block';
    })
  | (OperationBase & {
      readonly kind: 'update-record';
      readonly object: string;
      /**
       * A record id, or `{ created: key }` of an earlier operation of this call. Of a record that was merged, or of a lead
       * that was converted, its successor is written, and is the result's record.
       */
      readonly target: { readonly recordId: string } | { readonly created: string };
    });

/**
 * The Task fields that take what the agent entered on the interaction, then and later: a disposition in the place of the
 * value that the request gives, notes before the text that it gives. Without a field the Task does not take it.
 */
export interface WrapUpFields {
  readonly disposition?: string;
  readonly notes?: string;
}

/** An error of the platform: its status code (`REQUIRED_FIELD_MISSING`, ...), its message, the fields it names. */
export interface PlatformError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export type OperationResult =
  | {
      readonly key: string;
      readonly status: 'done';
      readonly recordId: string | null;
      readonly repeated: boolean;
      /** What was changed in the values ("City was cut from 52 to 40 characters"); null when nothing was. */
      readonly notes?: readonly string[] | null;
    }
  | { readonly key: string; readonly status: 'failed'; readonly error: PlatformError };

export interface ApplyResponse {
  readonly interactionId: string;
  readonly taskId: string | null;
  /** One result an operation, in the order of the request. A failed operation does not stop the later ones. */
  readonly results: readonly OperationResult[];
}

/**
 * `PacelineInteractionController.saveWrapUp({ requestJson })`: what the agent entered, on the call's interaction, which
 * must exist, and in its Task if that was written already. What is absent stays as it is; empty text clears.
 */
export interface WrapUpRequest {
  readonly callKey: string;
  /** The call's interaction, which must be the running user's; without it the call key alone names the call. */
  readonly interactionId?: string;
  readonly notes?: string;
  readonly disposition?: string;
}

export interface WrapUpResponse {
  readonly interactionId: string;
  /** The call's log, once it is written. */
  readonly taskId: string | null;
  /** Why nothing was saved; null when it was. */
  readonly error: PlatformError | null;
  /** Why the interaction was saved and its Task was not; null otherwise. */
  readonly taskError: PlatformError | null;
}
