import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { walkFiles, writeIfChanged } from './files.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  removeComments: false,
};

/** Removes the types and nothing else: decorators and class fields stay for the LWC compiler. */
export function emitLwcScript(source: string, fileName: string): string {
  const { outputText, diagnostics } = ts.transpileModule(source, {
    compilerOptions: OPTIONS,
    fileName,
    reportDiagnostics: true,
  });
  const first = diagnostics?.[0];
  if (first !== undefined) {
    const line =
      first.file === undefined || first.start === undefined
        ? ''
        : `:${first.file.getLineAndCharacterOfPosition(first.start).line + 1}`;
    throw new Error(`${fileName}${line}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  }
  return outputText.replace(/(from\s+['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1$2');
}

/** The TypeScript sources of Lightning web components below `dir`: no tests, no declarations. */
export function lwcTypeScriptFiles(dir: string): string[] {
  return walkFiles(dir).filter((path) => {
    const steps = relative(dir, path).split(sep);
    return (
      steps.includes('lwc') && !steps.includes('__tests__') && path.endsWith('.ts') && !path.endsWith('.d.ts')
    );
  });
}

/** Emits every component script beside its source; answers the paths that changed. */
export function buildLwcScripts(root: string): string[] {
  return lwcTypeScriptFiles(join(root, 'force-app')).flatMap((path) => {
    const target = path.replace(/\.ts$/, '.js');
    const code = emitLwcScript(readFileSync(path, 'utf8'), relative(root, path));
    return writeIfChanged(target, code) ? [target] : [];
  });
}
