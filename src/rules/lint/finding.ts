import type { RuleInput } from '../rule.ts';

/** What the linter can find. */
export type FindingId =
  | 'invalid-rule'
  | 'invalid-setting'
  | 'unknown-merge-field'
  | 'alias-used'
  | 'repeated-key'
  | 'unknown-tuple'
  | 'unreachable-rule'
  | 'two-pops'
  | 'create-never-updated'
  | 'missed-never-logged'
  | 'nothing-to-update'
  | 'nothing-to-refer-to'
  | 'no-effect'
  | 'page-without-target'
  | 'url-refused'
  | 'receiving-needs-attribute'
  | 'look-up-policy-missing';

/** `error`: cannot work; `warning`: surely not meant so; `info`: good to know. */
export type FindingLevel = 'error' | 'warning' | 'info';

/** One thing that the linter found: in which rule, where in it, and what to do. */
export interface Finding {
  readonly id: FindingId;
  readonly level: FindingLevel;
  /** The rule's key, `rules[3]` for a rule without one, or `ruleset` for the file itself. */
  readonly ruleKey: string;
  /** As in `trigger.events[0]`; empty for the whole rule. */
  readonly path: string;
  readonly message: string;
  readonly fix?: {
    readonly text: string;
    /** A rule that closes the gap when it is added. */
    readonly add?: RuleInput;
  };
}

/** What is known besides the rules; what is left out is not checked. */
export interface LintOptions {
  /** Contact attribute that carries the pacing mode; default `cti_pacing`. */
  readonly pacingAttribute?: string;
  /** The setting's allowed hosts. */
  readonly allowedHosts?: readonly string[];
  /** Paths of names that stand twice in an object of the file's text. */
  readonly repeated?: readonly string[];
}
