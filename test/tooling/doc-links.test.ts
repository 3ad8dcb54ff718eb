import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

function brokenLinks(page: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target.replace(/#.*$/, ''))));
}

describe('the docs', () => {
  it.each(PAGES)('%s links only to what exists', (page) => {
    expect(brokenLinks(page, readFileSync(path.join(ROOT, page), 'utf8'))).toEqual([]);
  });

  it('would be told of a broken link', () => {
    expect(brokenLinks('docs/x.md', 'see [a](architecture.md) and [b](nowhere.md)')).toEqual(['nowhere.md']);
  });
});
