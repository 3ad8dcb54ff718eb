import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const ROOT = 'force-app/main';

function listFiles(dir: string, matches: (path: string) => boolean): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return listFiles(path, matches);
    return matches(path) ? [path] : [];
  });
}

const TEMPLATES = listFiles(ROOT, (path) => path.endsWith('.html'));

/** First names of the template's expressions, the items of its loops left out. */
function listExpressions(html: string): string[] {
  const loopNames = new Set([...html.matchAll(/for:(?:item|index)="(\w+)"/g)].map(([, name]) => name));
  const names = [...html.matchAll(/\{\s*([A-Za-z_]\w*)[\w.]*\s*\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].filter((name) => !loopNames.has(name)).sort();
}

function listMembers(source: string): Set<string> {
  const file = ts.createSourceFile('component.ts', source, ts.ScriptTarget.ESNext);
  const classes = file.statements.filter(ts.isClassDeclaration);
  return new Set(classes.flatMap(({ members }) => members.map((member) => member.name?.getText(file) ?? '')));
}

describe('templates', () => {
  it('are found', () => {
    expect(TEMPLATES.map((path) => basename(path, '.html')).sort()).toEqual([
      'pacelineActionItem',
      'pacelineAgentBar',
      'pacelineCallCard',
      'pacelineCcpHost',
      'pacelineDialerHost',
      'pacelineMatchPicker',
      'pacelineNotices',
      'pacelineProblems',
      'pacelineSoftphone',
      'pacelineStatusBanner',
      'pacelineTimeline',
      'pacelineWrapUp',
    ]);
  });

  it.each(TEMPLATES)('%s uses only what its class has', (path) => {
    const members = listMembers(readFileSync(path.replace(/\.html$/, '.ts'), 'utf8'));
    const missing = listExpressions(readFileSync(path, 'utf8')).filter((name) => !members.has(name));
    expect(missing).toEqual([]);
  });
});

describe('labels', () => {
  const sources = listFiles(ROOT, (path) => /\.(ts|cls|html|xml)$/.test(path) && !path.includes('__tests__'));
  const defined = sources
    .filter((path) => path.endsWith('.labels-meta.xml'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/<fullName>(\w+)<\/fullName>/g)])
    .map(([, name]) => name ?? '');
  const used = sources
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/@salesforce\/label\/c\.(\w+)/g)])
    .map(([, name]) => name ?? '');

  it('exist for every import', () => {
    expect([...new Set(used)].filter((name) => !defined.includes(name))).toEqual([]);
  });

  it('are defined once', () => {
    expect(defined.filter((name, index) => defined.indexOf(name) !== index)).toEqual([]);
  });

  it('are all used by a component or a class', () => {
    const classes = sources.filter((path) => path.endsWith('.cls')).map((path) => readFileSync(path, 'utf8'));
    const isUsed = (name: string): boolean =>
      used.includes(name) || classes.some((code) => code.includes(`Label.${name}`));
    expect(defined.filter((name) => !isUsed(name))).toEqual([]);
  });
});
