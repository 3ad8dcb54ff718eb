import type { ClassModel, FieldModel, MethodModel } from '../model/class-model.ts';
import type { Expression } from './ast.ts';
import type { TypeDeclaration } from './declaration-ast.ts';
import type { BlockStatement } from './statement-ast.ts';

/** A field initializer or an initializer block, in the order of the source. */
export type Initializer =
  | { readonly kind: 'field'; readonly field: FieldModel; readonly value: Expression; readonly line: number }
  | { readonly kind: 'block'; readonly body: BlockStatement };

/** A class with the parts of its source that are compiled once all classes are declared. */
export interface ClassSource {
  readonly model: ClassModel;
  readonly declaration: TypeDeclaration;
  readonly inner: readonly ClassSource[];
  /** Methods, constructors and accessors that have a body. */
  readonly bodies: { readonly method: MethodModel; readonly body: BlockStatement }[];
  readonly instanceInitializers: Initializer[];
  readonly staticInitializers: Initializer[];
}
