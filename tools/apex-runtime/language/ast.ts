import type { Query, Search } from './query-ast.ts';

/**
 * A class file as plain JSON: only parse*.ts knows the parser behind it, and a parsed file can be cached on disk.
 * Names keep the spelling of the source; `line` is that of the first token.
 */
export interface Located {
  readonly line: number;
}

/** `Map<Id, List<String>>`, `Database.SaveResult[]`. */
export interface TypeRef extends Located {
  readonly parts: readonly TypeRefPart[];
  /** 1 for `String[]`. */
  readonly arrayDepth: number;
}

export interface TypeRefPart {
  readonly name: string;
  readonly args: readonly TypeRef[];
}

export type LiteralKind = 'null' | 'boolean' | 'integer' | 'long' | 'double' | 'decimal' | 'string';

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '&&'
  | '||'
  | '??'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>';

export type AssignOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export type Expression =
  | LiteralExpression
  | NameExpression
  | ThisExpression
  | SuperExpression
  | ClassLiteralExpression
  | MemberExpression
  | CallExpression
  | ConstructorCallExpression
  | NewExpression
  | NewCollectionExpression
  | NewMapExpression
  | NewArrayExpression
  | IndexExpression
  | BinaryExpression
  | UnaryExpression
  | StepExpression
  | AssignExpression
  | ConditionalExpression
  | CastExpression
  | InstanceOfExpression
  | QueryExpression
  | SearchExpression
  | GroupExpression;

export interface LiteralExpression extends Located {
  readonly kind: 'literal';
  readonly type: LiteralKind;
  /** Of strings the text that is meant, escapes resolved; of numbers without suffix; `true` or `false`; empty for null. */
  readonly text: string;
}

export interface NameExpression extends Located {
  readonly kind: 'name';
  readonly name: string;
}

export interface ThisExpression extends Located {
  readonly kind: 'this';
}

export interface SuperExpression extends Located {
  readonly kind: 'super';
}

/** `Account.class` */
export interface ClassLiteralExpression extends Located {
  readonly kind: 'class-literal';
  readonly type: TypeRef;
}

export interface MemberExpression extends Located {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: string;
  readonly isSafe: boolean;
}

export interface CallExpression extends Located {
  readonly kind: 'call';
  /** Null for `name(...)`. */
  readonly target: Expression | null;
  readonly name: string;
  readonly args: readonly Expression[];
  readonly isSafe: boolean;
}

/** `this(...)`, `super(...)` */
export interface ConstructorCallExpression extends Located {
  readonly kind: 'constructor-call';
  readonly of: 'this' | 'super';
  readonly args: readonly Expression[];
}

/** `new Account(Name = 'x')` has assignments as arguments. */
export interface NewExpression extends Located {
  readonly kind: 'new';
  readonly type: TypeRef;
  readonly args: readonly Expression[];
}

/** `new List<String>{ ... }`, `new Set<Id>{ ... }`, and `new Map<Id, String>{}`. */
export interface NewCollectionExpression extends Located {
  readonly kind: 'new-collection';
  readonly type: TypeRef;
  readonly items: readonly Expression[];
}

/** `new Map<Id, String>{ key => value }` */
export interface NewMapExpression extends Located {
  readonly kind: 'new-map';
  readonly type: TypeRef;
  readonly entries: readonly (readonly [Expression, Expression])[];
}

/** `new String[3]`, `new String[]{ ... }`: the type is that of the elements. */
export interface NewArrayExpression extends Located {
  readonly kind: 'new-array';
  readonly type: TypeRef;
  readonly size: Expression | null;
  readonly items: readonly Expression[];
}

export interface IndexExpression extends Located {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

/** `<>` is `!=`. */
export interface BinaryExpression extends Located {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Located {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly operand: Expression;
}

export interface StepExpression extends Located {
  readonly kind: 'step';
  readonly operator: '++' | '--';
  readonly isPrefix: boolean;
  readonly operand: Expression;
}

export interface AssignExpression extends Located {
  readonly kind: 'assign';
  readonly operator: AssignOperator;
  readonly target: Expression;
  readonly value: Expression;
}

export interface ConditionalExpression extends Located {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface CastExpression extends Located {
  readonly kind: 'cast';
  readonly type: TypeRef;
  readonly operand: Expression;
}

export interface InstanceOfExpression extends Located {
  readonly kind: 'instanceof';
  readonly operand: Expression;
  readonly type: TypeRef;
}

/** Parentheses around a chain with `?.`: the chain ends in them. */
export interface GroupExpression extends Located {
  readonly kind: 'group';
  readonly operand: Expression;
}

export interface QueryExpression extends Located {
  readonly kind: 'query';
  readonly query: Query;
}

export interface SearchExpression extends Located {
  readonly kind: 'search';
  readonly search: Search;
}
