import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  PropertyDeclarationContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type { Accessor, Member, Modifiers, ParameterNode, TypeDeclaration } from '../declaration-ast.ts';
import { readModifiers } from './modifiers.ts';
import { readVariables } from './locals.ts';
import type { Reader } from './reader.ts';
import { lineOf, optional, refuse } from './tree.ts';
import { readTypeRef } from './type-refs.ts';

interface TypeTree {
  classDeclaration(): ClassDeclarationContext;
  enumDeclaration(): EnumDeclarationContext;
  interfaceDeclaration(): InterfaceDeclarationContext;
}

export function readTypeDeclaration(tree: TypeDeclarationContext, reader: Reader): TypeDeclaration {
  return (
    readType(tree, readModifiers(tree.modifier_list(), reader.file), reader) ??
    refuse(reader.file, tree, 'a file without a class')
  );
}

function readType(tree: TypeTree, modifiers: Modifiers, reader: Reader): TypeDeclaration | null {
  const cls = optional(tree.classDeclaration());
  if (cls !== null) return readClass(cls, modifiers, reader);
  const list = optional(tree.enumDeclaration());
  if (list !== null) return readEnum(list, modifiers);
  const contract = optional(tree.interfaceDeclaration());
  return contract === null ? null : readInterface(contract, modifiers, reader);
}

function readClass(tree: ClassDeclarationContext, modifiers: Modifiers, reader: Reader): TypeDeclaration {
  const superType = optional(tree.typeRef());
  return {
    kind: 'class',
    name: tree.id().getText(),
    modifiers,
    superType: superType === null ? null : readTypeRef(superType),
    interfaces: (optional(tree.typeList())?.typeRef_list() ?? []).map(readTypeRef),
    constants: [],
    members: tree
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((body) => readBody(body, reader)),
    line: lineOf(tree),
  };
}

function readEnum(tree: EnumDeclarationContext, modifiers: Modifiers): TypeDeclaration {
  const constants = optional(tree.enumConstants())?.id_list() ?? [];
  return {
    kind: 'enum',
    name: tree.id().getText(),
    modifiers,
    superType: null,
    interfaces: [],
    constants: constants.map((id) => id.getText()),
    members: [],
    line: lineOf(tree),
  };
}

function readInterface(
  tree: InterfaceDeclarationContext,
  modifiers: Modifiers,
  reader: Reader,
): TypeDeclaration {
  return {
    kind: 'interface',
    name: tree.id().getText(),
    modifiers,
    superType: null,
    interfaces: (optional(tree.typeList())?.typeRef_list() ?? []).map(readTypeRef),
    constants: [],
    members: tree
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => readMethod(method, readModifiers(method.modifier_list(), reader.file), reader)),
    line: lineOf(tree),
  };
}

function readBody(tree: ClassBodyDeclarationContext, reader: Reader): readonly Member[] {
  const block = optional(tree.block());
  if (block !== null) {
    return [
      {
        kind: 'initializer',
        isStatic: Boolean(tree.STATIC()),
        body: reader.block(block),
        line: lineOf(tree),
      },
    ];
  }
  const member = optional(tree.memberDeclaration());
  return member === null
    ? []
    : [readMember(member, readModifiers(tree.modifier_list(), reader.file), reader)];
}

function readMember(tree: MemberDeclarationContext, modifiers: Modifiers, reader: Reader): Member {
  const type = readType(tree, modifiers, reader);
  if (type !== null) return { kind: 'type', declaration: type, line: type.line };
  const method = optional(tree.methodDeclaration());
  if (method !== null) return readMethod(method, modifiers, reader);
  const property = optional(tree.propertyDeclaration());
  if (property !== null) return readProperty(property, modifiers, reader);
  const field = optional(tree.fieldDeclaration());
  if (field !== null) {
    return {
      kind: 'field',
      modifiers,
      type: readTypeRef(field.typeRef()),
      variables: readVariables(field.variableDeclarators(), reader),
      line: lineOf(field),
    };
  }
  const constructor = optional(tree.constructorDeclaration());
  if (constructor === null) return refuse(reader.file, tree, `the member ${tree.getText()}`);
  return {
    kind: 'method',
    name: constructor.qualifiedName().getText(),
    isConstructor: true,
    modifiers,
    returnType: null,
    parameters: readParameters(constructor.formalParameters(), reader),
    body: reader.block(constructor.block()),
    line: lineOf(constructor),
  };
}

function readMethod(
  tree: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers,
  reader: Reader,
): Member {
  const type = optional(tree.typeRef());
  const body = 'block' in tree ? optional(tree.block()) : null;
  return {
    kind: 'method',
    name: tree.id().getText(),
    isConstructor: false,
    modifiers,
    returnType: type === null ? null : readTypeRef(type),
    parameters: readParameters(tree.formalParameters(), reader),
    body: body === null ? null : reader.block(body),
    line: lineOf(tree.id()),
  };
}

function readParameters(tree: FormalParametersContext, reader: Reader): readonly ParameterNode[] {
  const parameters = optional(tree.formalParameterList())?.formalParameter_list() ?? [];
  return parameters.map((parameter) => {
    const word = parameter.modifier_list().map((modifier) => modifier.getText().toLowerCase())[0];
    if (word !== undefined && word !== 'final') refuse(reader.file, parameter, `${word} of a parameter`);
    return {
      name: parameter.id().getText(),
      type: readTypeRef(parameter.typeRef()),
      line: lineOf(parameter),
    };
  });
}

function readProperty(tree: PropertyDeclarationContext, modifiers: Modifiers, reader: Reader): Member {
  const accessor = (kind: 'getter' | 'setter'): Accessor | null => {
    for (const block of tree.propertyBlock_list()) {
      const part = optional(block[kind]());
      if (part === null) continue;
      const body = optional(part.block());
      return {
        modifiers: readModifiers(block.modifier_list(), reader.file),
        body: body === null ? null : reader.block(body),
        line: lineOf(part),
      };
    }
    return null;
  };
  return {
    kind: 'property',
    name: tree.id().getText(),
    modifiers,
    type: readTypeRef(tree.typeRef()),
    getter: accessor('getter'),
    setter: accessor('setter'),
    line: lineOf(tree),
  };
}
