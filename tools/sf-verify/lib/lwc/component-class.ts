import ts from 'typescript';

/** What a template may use of a component's class. `base` is the text after `extends`. */
export interface ComponentClass {
  readonly base: string;
  readonly baseLine: number;
  readonly members: ReadonlySet<string>;
  /** Public properties and methods, those with `@api`. */
  readonly api: ReadonlySet<string>;
  /** Names read from `this.refs`, with their lines. */
  readonly refs: ReadonlyMap<string, number>;
}

function decoratorNames(node: ts.Node): string[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map(({ expression }) => expression.getText());
}

function isThisRefs(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'refs' &&
    node.expression.kind === ts.SyntaxKind.ThisKeyword
  );
}

function collectRefs(root: ts.Node, lineOf: (node: ts.Node) => number): Map<string, number> {
  const refs = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isThisRefs(node.expression)) {
      refs.set(node.name.text, lineOf(node.name));
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isThisRefs(node.initializer)) {
      if (ts.isObjectBindingPattern(node.name)) {
        for (const { propertyName, name } of node.name.elements) {
          refs.set((propertyName ?? name).getText(), lineOf(name));
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return refs;
}

/** The class that a module exports by default, or null when it exports none. */
export function readComponentClass(source: string, fileName: string): ComponentClass | null {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const declared = file.statements.find(
    (statement): statement is ts.ClassDeclaration =>
      ts.isClassDeclaration(statement) &&
      (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword),
  );
  if (declared === undefined) return null;
  const heritage = declared.heritageClauses?.[0]?.types[0];
  const members = new Set<string>();
  const api = new Set<string>();
  for (const member of declared.members) {
    const name = member.name?.getText() ?? '';
    if (name === '' || name === 'constructor') continue;
    members.add(name);
    if (decoratorNames(member).includes('api')) api.add(name);
  }
  return {
    base: heritage?.getText() ?? '',
    baseLine: lineOf(heritage ?? declared),
    members,
    api,
    refs: collectRefs(declared, lineOf),
  };
}
