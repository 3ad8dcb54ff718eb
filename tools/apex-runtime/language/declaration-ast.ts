import type { Located, TypeRef } from './ast.ts';
import type { BlockStatement, Variable } from './statement-ast.ts';

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
