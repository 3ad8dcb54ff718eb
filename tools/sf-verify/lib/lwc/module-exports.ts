import ts from 'typescript';
import { dirname, join } from 'node:path/posix';
import type { Problem } from '../problem.ts';
import type { Project } from '../project.ts';
import { bundleFile, listBundles } from './bundles.ts';
import type { Bundle } from './bundles.ts';

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);

/** File of a module that a bundle's file imports: `./x` beside it, `c/x` another bundle's main script. */
function resolve(project: Project, file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const path = join(dirname(file), specifier);
    return [path, `${path}.js`].find((candidate) => project.files.includes(candidate)) ?? null;
  }
  const name = /^c\/(\w+)$/.exec(specifier)?.[1];
  const bundle = listBundles(project).find((candidate) => candidate.name === name);
  return bundle === undefined ? null : bundleFile(bundle, `${bundle.name}.js`);
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Names that a module exports, or null when it hands on a module that is not the project's. */
function exportsOf(project: Project, file: string): ReadonlySet<string> | null {
  return project.once(`exports of ${file}`, () => {
    const names = new Set<string>();
    for (const statement of parse(file, project.read(file)).statements) {
      if (ts.isExportAssignment(statement)) names.add('default');
      else if (ts.isExportDeclaration(statement)) {
        const from = statement.moduleSpecifier;
        if (statement.exportClause === undefined) {
          const target =
            from !== undefined && ts.isStringLiteral(from) ? resolve(project, file, from.text) : null;
          const inner = target === null ? null : exportsOf(project, target);
          if (inner === null) return null;
          for (const name of inner) if (name !== 'default') names.add(name);
        } else if (ts.isNamedExports(statement.exportClause)) {
          for (const { name } of statement.exportClause.elements) names.add(name.text);
        } else names.add(statement.exportClause.name.text);
      } else if (isExported(statement)) {
        const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
        if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) names.add('default');
        else if (ts.isVariableStatement(statement)) {
          for (const { name } of statement.declarationList.declarations) collect(name, names);
        } else if (
          (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
          statement.name
        ) {
          names.add(statement.name.text);
        }
      }
    }
    return names;
  });
}

function collect(name: ts.BindingName, names: Set<string>): void {
  if (ts.isIdentifier(name)) names.add(name.text);
  else for (const element of name.elements) if (ts.isBindingElement(element)) collect(element.name, names);
}

/** Imports between the project's modules name what is exported. */
export function checkOwnImports(project: Project, bundle: Bundle): readonly Problem[] {
  return bundle.files
    .filter((name) => name.endsWith('.js'))
    .flatMap((name): Problem[] => {
      const file = `${bundle.folder}/${name}`;
      const source = parse(file, project.read(file));
      return source.statements.flatMap((statement): Problem[] => {
        if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
        const specifier = statement.moduleSpecifier.text;
        const target = resolve(project, file, specifier);
        const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
        if (target === null) {
          return specifier.startsWith('.') ? [{ file, line, message: `there is no file ${specifier}` }] : [];
        }
        const known = exportsOf(project, target);
        const clause = statement.importClause;
        const named = clause?.namedBindings;
        const wanted = [
          ...(clause?.name === undefined ? [] : ['default']),
          ...(named !== undefined && ts.isNamedImports(named)
            ? named.elements.map((element) => (element.propertyName ?? element.name).text)
            : []),
        ];
        return wanted
          .filter((item) => known !== null && !known.has(item))
          .map((item) => ({ file, line, message: `${specifier} exports no ${item}` }));
      });
    });
}
