import ts from 'typescript';

/**
 * Which exports of each module a piece of ESM JavaScript uses: names of named imports, and the members read from a
 * namespace import. A namespace that is used in any other way cannot be shaken and is an error.
 */
export function importedNames(code: string): Map<string, Set<string>> {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const used = new Map<string, Set<string>>();
  const namespaces = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const names = used.get(from) ?? new Set<string>();
    used.set(from, names);
    const clause = statement.importClause;
    if (clause?.name !== undefined) names.add('default');
    const bindings = clause?.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) namespaces.set(bindings.name.text, from);
    else for (const element of bindings.elements) names.add((element.propertyName ?? element.name).text);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      const from = namespaces.get(node.text);
      const parent = node.parent;
      const isMemberName = ts.isPropertyAccessExpression(parent) && parent.name === node;
      if (from !== undefined && !isMemberName) {
        if (!ts.isPropertyAccessExpression(parent)) {
          throw new Error(
            `The namespace ${node.text} of ${from} is used as a value; read its members directly.`,
          );
        }
        used.get(from)?.add(parent.name.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return used;
}
