import ts from 'typescript';

/** Line from 1 of the value at a JSON pointer, `/packageDirectories/0/path`; of its nearest parent when it is missing. */
export function lineOfPointer(source: string, pointer: string): number {
  const file = ts.parseJsonText('file.json', source);
  let node: ts.Node | undefined = file.statements[0]?.expression;
  for (const step of pointer.split('/').slice(1)) {
    let next: ts.Node | undefined;
    if (node !== undefined && ts.isArrayLiteralExpression(node)) next = node.elements[Number(step)];
    if (node !== undefined && ts.isObjectLiteralExpression(node)) {
      const property = node.properties.find((item) => item.name?.getText(file).replace(/"/g, '') === step);
      next = property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
    }
    if (next === undefined) break;
    node = next;
  }
  return node === undefined ? 1 : file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
