import {
  ClassDeclarationContext,
  ClassBodyDeclarationContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {
  FormalParametersContext,
  MemberDeclarationContext,
  ModifierContext,
} from '@apexdevtools/apex-parser';
import type { Project } from '../project.ts';
import { listApexFiles } from './parse-apex.ts';
import { findAbove, findInFile } from './tree.ts';
import type { Node } from './tree.ts';

export interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** A field, property, method, constructor or inner class. */
export interface Member {
  readonly kind: 'class' | 'constructor' | 'field' | 'method' | 'property';
  readonly name: string;
  readonly type: string;
  /** In lower case, annotations with `@` and without what is in their parentheses. */
  readonly modifiers: ReadonlySet<string>;
  readonly parameters: readonly Parameter[];
  readonly node: Node;
}

export interface ClassOutline {
  readonly name: string;
  readonly file: string;
  /** Name of the class around it, or null. */
  readonly outer: string | null;
  readonly modifiers: ReadonlySet<string>;
  /** In lower case, without type arguments. */
  readonly interfaces: readonly string[];
  readonly members: readonly Member[];
  readonly node: Node;
}

const modifiersOf = (list: readonly ModifierContext[]): ReadonlySet<string> =>
  new Set(list.map((modifier) => modifier.getText().toLowerCase().replace(/\(.*$/s, '')));

function parametersOf(parameters: FormalParametersContext): Parameter[] {
  const list = parameters.formalParameterList() as ReturnType<
    FormalParametersContext['formalParameterList']
  > | null;
  return (list?.formalParameter_list() ?? []).map((parameter) => ({
    name: parameter.id().getText(),
    type: parameter.typeRef().getText(),
  }));
}

type Nullable<T> = T | null | undefined;

function membersOf(body: ClassBodyDeclarationContext): Member[] {
  const declared = body.memberDeclaration() as Nullable<MemberDeclarationContext>;
  if (!declared) return [];
  const modifiers = modifiersOf(body.modifier_list());
  const base = { modifiers, parameters: [], node: body as Node };
  const method = declared.methodDeclaration() as Nullable<
    ReturnType<MemberDeclarationContext['methodDeclaration']>
  >;
  const field = declared.fieldDeclaration() as Nullable<
    ReturnType<MemberDeclarationContext['fieldDeclaration']>
  >;
  const property = declared.propertyDeclaration() as Nullable<
    ReturnType<MemberDeclarationContext['propertyDeclaration']>
  >;
  const inner = declared.classDeclaration() as Nullable<ClassDeclarationContext>;
  const constructor = declared.constructorDeclaration() as Nullable<
    ReturnType<MemberDeclarationContext['constructorDeclaration']>
  >;
  if (method) {
    return [
      {
        ...base,
        kind: 'method',
        name: method.id().getText(),
        type: (method.typeRef() as Nullable<Node>)?.getText() ?? 'void',
        parameters: parametersOf(method.formalParameters()),
      },
    ];
  }
  if (constructor) {
    const name = constructor.qualifiedName().getText();
    return [
      {
        ...base,
        kind: 'constructor',
        name,
        type: name,
        parameters: parametersOf(constructor.formalParameters()),
      },
    ];
  }
  if (field) {
    return field
      .variableDeclarators()
      .variableDeclarator_list()
      .map((item) => ({
        ...base,
        kind: 'field',
        name: item.id().getText(),
        type: field.typeRef().getText(),
      }));
  }
  if (property) {
    return [{ ...base, kind: 'property', name: property.id().getText(), type: property.typeRef().getText() }];
  }
  return inner ? [{ ...base, kind: 'class', name: inner.id().getText(), type: inner.id().getText() }] : [];
}

function outline(file: string, node: ClassDeclarationContext): ClassOutline {
  const body = findAbove(node, ClassBodyDeclarationContext);
  const top = findAbove(node, TypeDeclarationContext);
  const around = findAbove(node, ClassDeclarationContext);
  const list = node.typeList() as ReturnType<ClassDeclarationContext['typeList']> | null;
  return {
    name: node.id().getText(),
    file,
    outer: around?.id().getText() ?? null,
    modifiers: modifiersOf((around === null ? top?.modifier_list() : body?.modifier_list()) ?? []),
    interfaces: (list?.typeRef_list() ?? []).map((type) =>
      type
        .getText()
        .replace(/<.*$/, '')
        .replace(/^(Database|System)\./i, '')
        .toLowerCase(),
    ),
    members: node.classBody().classBodyDeclaration_list().flatMap(membersOf),
    node,
  };
}

/** The classes of a file, inner ones included. */
export function classesOf(project: Project, file: string): readonly ClassOutline[] {
  return project.ofFile('class outlines', file, () =>
    findInFile(project, file, ClassDeclarationContext).map((node) => outline(file, node)),
  );
}

/** All classes of the project. */
export function listClasses(project: Project): readonly ClassOutline[] {
  return project.once('all class outlines', () =>
    listApexFiles(project).flatMap((file) => classesOf(project, file)),
  );
}

/** True when the outermost class around it is a test class. */
export function isTestFile(project: Project, file: string): boolean {
  return classesOf(project, file).some(({ outer, modifiers }) => outer === null && modifiers.has('@istest'));
}
