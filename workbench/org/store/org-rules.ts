import type { FieldValues } from '../../../src/model/apex-contract.ts';

/** A rule of the org's own: the text is the refusal's message, null lets the record pass. */
export interface OrgValidationRule {
  readonly object: string;
  readonly field: string | null;
  /** FIELD_CUSTOM_VALIDATION_EXCEPTION when left out. */
  readonly statusCode?: string;
  check(fields: FieldValues): string | null;
}

/** Records of `object` with the same value in `field` count as duplicates. */
export interface OrgDuplicateRule {
  readonly object: string;
  readonly field: string;
}
