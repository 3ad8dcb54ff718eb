import type { Expression, Located } from './ast.ts';

/** `SELECT ... FROM ...`: inline, in `Database.query`, and inside another query. */
export interface Query extends Located {
  readonly select: readonly SelectItem[];
  /** An object; inside another query's SELECT the name of a child relationship. */
  readonly from: string;
  readonly alias: string | null;
  /** `USING SCOPE mine` */
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly with: 'user' | 'system' | 'security-enforced' | null;
  readonly groupBy: readonly QueryOperand[];
  readonly grouping: 'plain' | 'rollup' | 'cube';
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: QueryNumber | null;
  readonly offset: QueryNumber | null;
  readonly for: readonly ('update' | 'view' | 'reference')[];
  readonly allRows: boolean;
}

export type SelectItem =
  | { readonly kind: 'operand'; readonly operand: QueryOperand; readonly alias: string | null }
  | { readonly kind: 'subquery'; readonly query: Query }
  | TypeOfItem;

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
export interface TypeOfItem {
  readonly kind: 'typeof';
  readonly relationship: QueryField;
  readonly whens: readonly { readonly object: string; readonly fields: readonly QueryField[] }[];
  readonly otherwise: readonly QueryField[];
}

export type QueryOperand = QueryField | QueryFunction;

/** `Account.Owner.Name` */
export interface QueryField extends Located {
  readonly kind: 'field';
  readonly path: readonly string[];
}

/** `COUNT()`, `MAX(Amount)`, `CALENDAR_YEAR(CreatedDate)`, `toLabel(Status)`, `FIELDS(ALL)` */
export interface QueryFunction extends Located {
  readonly kind: 'function';
  /** Lower case. */
  readonly name: string;
  /** Null for `COUNT()`. */
  readonly argument: QueryOperand | null;
}

export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

export type Condition =
  | { readonly kind: 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison;

export interface Comparison extends Located {
  readonly kind: 'comparison';
  readonly left: QueryOperand;
  readonly operator: ComparisonOperator;
  readonly right: QueryValue;
}

export type QueryValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** With its sign: `-1.50`. */
  | { readonly kind: 'number'; readonly text: string }
  /** The text that is meant, escapes resolved; `\%` and `\_` of LIKE keep their backslash. */
  | { readonly kind: 'string'; readonly text: string }
  /** `2026-01-31` */
  | { readonly kind: 'date'; readonly text: string }
  /** `2026-01-31T10:00:00Z` */
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** `today`, `last_n_days` with 30; lower case. */
  | { readonly kind: 'date-literal'; readonly name: string; readonly count: number | null }
  | { readonly kind: 'list'; readonly values: readonly QueryValue[] }
  | QueryBind
  | { readonly kind: 'subquery'; readonly query: Query };

/** `:expression`; in dynamic text a name or a path. */
export interface QueryBind extends Located {
  readonly kind: 'bind';
  readonly expression: Expression;
}

export type QueryNumber = { readonly kind: 'number'; readonly value: number } | QueryBind;

export interface OrderItem {
  readonly operand: QueryOperand;
  readonly isDescending: boolean;
  /** Null: not written; the platform puts nulls first when ascending. */
  readonly nulls: 'first' | 'last' | null;
}

/** `FIND ... IN PHONE FIELDS RETURNING Contact(Id, Name WHERE ...)` */
export interface Search extends Located {
  readonly find: { readonly kind: 'string'; readonly text: string } | QueryBind;
  readonly in: 'all' | 'email' | 'name' | 'phone' | 'sidebar';
  readonly returning: readonly SearchReturning[];
  readonly with: 'user' | 'system' | null;
  readonly limit: QueryNumber | null;
}

export interface SearchReturning extends Located {
  readonly object: string;
  /** Empty: only the Id. */
  readonly fields: readonly QueryField[];
  readonly where: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: QueryNumber | null;
  readonly offset: QueryNumber | null;
}
