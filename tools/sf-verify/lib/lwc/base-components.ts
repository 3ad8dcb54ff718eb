import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { HERE } from '../packages.ts';
import type { Project } from '../project.ts';
import { folderNameOf } from './bundles.ts';

const FOLDER = join(HERE, '../../node_modules/lightning-base-components/src/lightning');

/** What a base component lets templates set. */
export interface BaseComponent {
  readonly properties: ReadonlySet<string>;
  /** Values of the properties that take only some words. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

function decorators(node: ts.Node): readonly string[] {
  return ts.canHaveDecorators(node)
    ? (ts.getDecorators(node) ?? []).map(({ expression }) => expression.getText())
    : [];
}

/** The words of `normalize(value, { validValues: [...] })` in a setter. */
function wordsOf(setter: ts.Node): readonly string[] | null {
  let words: readonly string[] | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'validValues') {
      const list = ts.isArrayLiteralExpression(node.initializer) ? node.initializer.elements : null;
      const texts = list?.flatMap((item) => (ts.isStringLiteral(item) ? [item.text] : []));
      if (texts !== undefined && texts.length === list?.length) words = texts;
    }
    ts.forEachChild(node, visit);
  };
  visit(setter);
  return words;
}

function readComponent(folder: string): BaseComponent | null {
  const path = join(FOLDER, folder, `${folder}.js`);
  if (!existsSync(path)) return null;
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
    ts.ScriptKind.JS,
  );
  const declared = source.statements.find(ts.isClassDeclaration);
  const base = declared?.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
  const imported = source.statements.find(
    (item): item is ts.ImportDeclaration =>
      ts.isImportDeclaration(item) && item.importClause?.name?.text === base,
  );
  const from =
    imported !== undefined && ts.isStringLiteral(imported.moduleSpecifier)
      ? imported.moduleSpecifier.text
      : '';
  const parent = /^lightning\/(\w+)$/.exec(from)?.[1];
  const inherited = base === 'LightningElement' ? null : parent === undefined ? null : readComponent(parent);
  if (declared === undefined || (base !== 'LightningElement' && inherited === null)) return null;
  const properties = new Set(inherited?.properties ?? []);
  const words = new Map(inherited?.words ?? []);
  for (const member of declared.members) {
    const name = member.name?.getText() ?? '';
    if (decorators(member).includes('api')) properties.add(name);
    const allowed = ts.isSetAccessor(member) ? wordsOf(member) : null;
    if (allowed !== null) words.set(name, allowed);
  }
  return { properties, words };
}

/** A component of the platform by its tag, or null when its properties cannot be read. */
export function baseComponent(project: Project, tag: string): BaseComponent | null {
  return project.shared(`base component ${tag}`, () => readComponent(folderNameOf(tag)));
}
