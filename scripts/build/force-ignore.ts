import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function toExpression(pattern: string): RegExp {
  const anywhere = pattern.includes('/') ? pattern : `**/${pattern}`;
  const source = anywhere
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\u0000')
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(?:.*/)?')
    .replaceAll('\u0001', '.*');
  return new RegExp(`^${source}$`);
}

/**
 * Tells whether a path (with slashes, from the repository's root) is kept out of a deployment: by a line of
 * `.forceignore`, or because the deployment tools pass over every file whose name begins with a dot.
 */
export function parseForceIgnore(text: string): (path: string) => boolean {
  const expressions = [
    '**/.*',
    ...text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  ].map(toExpression);
  return (path) => expressions.some((expression) => expression.test(path));
}

/** `parseForceIgnore` of the repository's own file. */
export function readForceIgnore(root: string): (path: string) => boolean {
  return parseForceIgnore(readFileSync(join(root, '.forceignore'), 'utf8'));
}
