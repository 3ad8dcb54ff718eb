import type { Expression, LiteralExpression, Located, NameExpression, TypeRef } from './ast.ts';

export type Statement =
  | BlockStatement
  | LocalStatement
  | ExpressionStatement
  | IfStatement
  | WhileStatement
  | DoWhileStatement
  | ForStatement
  | ForEachStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | TryStatement
  | SwitchStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface BlockStatement extends Located {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

export interface LocalStatement extends Located {
  readonly kind: 'local';
  readonly type: TypeRef;
  readonly isFinal: boolean;
  readonly variables: readonly Variable[];
}

export interface Variable extends Located {
  readonly name: string;
  readonly initial: Expression | null;
}

export interface ExpressionStatement extends Located {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export interface IfStatement extends Located {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse: Statement | null;
}

export interface WhileStatement extends Located {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | null;
}

export interface DoWhileStatement extends Located {
  readonly kind: 'do-while';
  readonly body: BlockStatement;
  readonly condition: Expression;
}

export interface ForStatement extends Located {
  readonly kind: 'for';
  readonly declared: LocalStatement | null;
  readonly initial: readonly Expression[];
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  readonly body: Statement | null;
}

export interface ForEachStatement extends Located {
  readonly kind: 'for-each';
  readonly type: TypeRef;
  readonly name: string;
  readonly iterable: Expression;
  readonly body: Statement | null;
}

export interface ReturnStatement extends Located {
  readonly kind: 'return';
  readonly value: Expression | null;
}

export interface ThrowStatement extends Located {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface BreakStatement extends Located {
  readonly kind: 'break';
}

export interface ContinueStatement extends Located {
  readonly kind: 'continue';
}

export interface TryStatement extends Located {
  readonly kind: 'try';
  readonly body: BlockStatement;
  readonly catches: readonly CatchClause[];
  readonly finally: BlockStatement | null;
}

export interface CatchClause extends Located {
  readonly type: TypeRef;
  readonly name: string;
  readonly body: BlockStatement;
}

export interface SwitchStatement extends Located {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Located {
  readonly when: WhenValues | WhenType | WhenElse;
  readonly body: BlockStatement;
}

export interface WhenValues {
  readonly kind: 'values';
  /** Literals, or names: constants of an enum. */
  readonly values: readonly (LiteralExpression | NameExpression)[];
}

/** `when Contact c` */
export interface WhenType {
  readonly kind: 'type';
  readonly type: TypeRef;
  readonly name: string;
}

export interface WhenElse {
  readonly kind: 'else';
}

/** `as user`, `as system`; null: not written. */
export type StatementMode = 'user' | 'system' | null;

export interface DmlStatement extends Located {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  readonly records: Expression;
  readonly mode: StatementMode;
  /** Of upsert: `Account.Key__c`. */
  readonly key: string | null;
}

export interface MergeStatement extends Located {
  readonly kind: 'merge';
  readonly master: Expression;
  readonly duplicates: Expression;
  readonly mode: StatementMode;
}

export interface RunAsStatement extends Located {
  readonly kind: 'run-as';
  readonly args: readonly Expression[];
  readonly body: BlockStatement;
}
