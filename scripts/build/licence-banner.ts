import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The comment that a bundled package's licence asks for: name, version, and the text of its licence file. */
export function licenceBanner(root: string, packageName: string): string {
  const dir = join(root, 'node_modules', packageName);
  const { version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const text = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license.txt']
    .map((name) => join(dir, name))
    .find((path) => existsSync(path));
  const lines = [`${packageName} ${version} (${license})`, ''];
  if (text !== undefined) lines.push(...readFileSync(text, 'utf8').trim().split(/\r?\n/));
  return `/*!\n${lines.map((line) => ` * ${line.replaceAll('*/', '* /')}`.trimEnd()).join('\n')}\n */`;
}
