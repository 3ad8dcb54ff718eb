import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { HERE } from './packages.ts';

/** An element of a metadata type: `type` names another type, or is `string`, `boolean`, `number`. */
export interface TypeProperty {
  readonly optional: boolean;
  readonly many: boolean;
  readonly type: string;
}

/** A type of the Metadata API: elements by name, or the words of an enumeration. */
export interface MetadataType {
  readonly properties: ReadonlyMap<string, TypeProperty>;
  readonly words: readonly string[] | null;
}

interface Draft {
  readonly bases: string[];
  readonly own: Map<string, TypeProperty>;
  words: string[] | null;
}

const unquote = (text: string): string => text.replace(/['"]/g, '');

function readMembers(node: ts.TypeNode, draft: Draft): void {
  if (ts.isIntersectionTypeNode(node)) node.types.forEach((part) => readMembers(part, draft));
  else if (ts.isTypeReferenceNode(node)) draft.bases.push(node.typeName.getText());
  else if (ts.isUnionTypeNode(node)) draft.words = node.types.map((part) => unquote(part.getText()));
  else if (ts.isLiteralTypeNode(node)) draft.words = [unquote(node.getText())];
  else if (ts.isTypeLiteralNode(node)) {
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const many = ts.isArrayTypeNode(member.type);
      const type = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
      draft.own.set(unquote(member.name.getText()), {
        optional: member.questionToken !== undefined,
        many,
        type: type.getText(),
      });
    }
  }
}

/** Types of the Metadata API by name, from Salesforce's own translation of its WSDL. */
export function loadMetadataTypes(): ReadonlyMap<string, MetadataType> {
  const path = join(HERE, 'node_modules/@salesforce/types/lib/metadata.d.ts');
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const drafts = new Map<string, Draft>();
  for (const statement of file.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const draft: Draft = { bases: [], own: new Map(), words: null };
    readMembers(statement.type, draft);
    drafts.set(statement.name.text, draft);
  }
  const propertiesOf = (name: string): Map<string, TypeProperty> => {
    const draft = drafts.get(name);
    if (draft === undefined) return new Map();
    return new Map([...draft.bases.flatMap((base) => [...propertiesOf(base)]), ...draft.own]);
  };
  return new Map(
    [...drafts].map(([name, { words }]) => [name, { properties: propertiesOf(name), words }] as const),
  );
}
