import type { JsonNode } from './parse-json.ts';

/** As the platform writes JSON: on one line without spaces. */
export function writeJson(node: JsonNode): string {
  switch (node.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(node.value);
    case 'number':
      return node.text;
    case 'string':
      return JSON.stringify(node.value);
    case 'array':
      return `[${node.items.map(writeJson).join(',')}]`;
    case 'object':
      return `{${[...node.members].map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`).join(',')}}`;
  }
}

/** As the platform indents JSON: members on lines of their own, elements of arrays beside each other. */
export function writePretty(node: JsonNode, indent = ''): string {
  if (node.kind === 'array')
    return node.items.length === 0
      ? '[ ]'
      : `[ ${node.items.map((item) => writePretty(item, indent)).join(', ')} ]`;
  if (node.kind !== 'object') return writeJson(node);
  if (node.members.size === 0) return '{ }';
  const inner = `${indent}  `;
  const lines = [...node.members].map(
    ([name, member]) => `${inner}${JSON.stringify(name)} : ${writePretty(member, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
