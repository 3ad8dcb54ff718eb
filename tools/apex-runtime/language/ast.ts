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
  | SearchExpression;

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

export interface QueryExpression extends Located {
  readonly kind: 'query';
  readonly query: Query;
}

export interface SearchExpression extends Located {
  readonly kind: 'search';
  readonly search: Search;
}

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

export interface Modifiers {
  /** Lower case: `public`, `static`, `with sharing`, `testmethod`. */
  readonly words: readonly string[];
  readonly annotations: readonly AnnotationNode[];
}

export interface AnnotationNode extends Located {
  readonly name: string;
  /** `cacheable=true`; a lone value has the name `value`. */
  readonly values: readonly (readonly [string, string])[];
}

export interface TypeDeclaration extends Located {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superType: TypeRef | null;
  /** Of an interface: those it extends. */
  readonly interfaces: readonly TypeRef[];
  readonly constants: readonly string[];
  readonly members: readonly Member[];
}

export type Member =
  MethodDeclaration | FieldDeclaration | PropertyDeclaration | InitializerBlock | InnerTypeDeclaration;

export interface MethodDeclaration extends Located {
  readonly kind: 'method';
  readonly name: string;
  readonly isConstructor: boolean;
  readonly modifiers: Modifiers;
  /** Null for void and for constructors. */
  readonly returnType: TypeRef | null;
  readonly parameters: readonly ParameterNode[];
  readonly body: BlockStatement | null;
}

export interface ParameterNode extends Located {
  readonly name: string;
  readonly type: TypeRef;
}

export interface FieldDeclaration extends Located {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly variables: readonly Variable[];
}

export interface PropertyDeclaration extends Located {
  readonly kind: 'property';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

export interface Accessor extends Located {
  readonly modifiers: Modifiers;
  /** Null for `get;`. */
  readonly body: BlockStatement | null;
}

export interface InitializerBlock extends Located {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: BlockStatement;
}

export interface InnerTypeDeclaration extends Located {
  readonly kind: 'type';
  readonly declaration: TypeDeclaration;
}
