import type { FieldValue } from '../../src/model/apex-contract.ts';

/** How Setup shows a field: `fixed` ones cannot be entered. */
export type SetupFieldKind = 'text' | 'long-text' | 'number' | 'checkbox' | 'picklist' | 'fixed';

export interface SetupField {
  readonly name: string;
  readonly label: string;
  readonly kind: SetupFieldKind;
  /** Rows of a long text. */
  readonly lines: number;
  readonly help: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly defaultValue: FieldValue;
}

export interface SetupItem {
  readonly field: string;
  readonly behavior: 'Edit' | 'Required' | 'Readonly';
}

export interface SetupSection {
  readonly label: string;
  readonly columns: readonly (readonly SetupItem[])[];
}

export interface SetupListView {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

/** An object of the package as Setup shows it, read from its layout, fields and list views. */
export interface SetupObject {
  readonly apiName: string;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  readonly fields: readonly SetupField[];
  readonly sections: readonly SetupSection[];
  readonly listViews: readonly SetupListView[];
}

/** What the form of a custom metadata record sends. `replaces`: the record's name before; null for a new one. */
export interface SetupEntry {
  readonly type: string;
  readonly replaces: string | null;
  readonly developerName: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
