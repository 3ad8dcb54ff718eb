import ts from 'typescript';
import type { Problem } from '../problem.ts';
import { isPlatformFile, makeProgram, projectDeclarations } from './platform-types.ts';
import type { Project } from '../project.ts';
import type { Bundle } from './bundles.ts';

/** "has no exported member", in its variants. */
const NOT_EXPORTED = new Set([1192, 2305, 2614, 2724]);
const NOT_A_MEMBER = new Set([2339, 2551]);
const LITERALS = new Set([
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.TrueKeyword,
]);
/** Only scripts that use the platform are worth the time. */
const IMPORTS = /from ['"](lwc['"]|lightning\/|@salesforce\/)/;
const UNKNOWN_PROPERTY = new Set([2353, 2561]);

function nodeAt(file: ts.SourceFile, start: number, length: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) <= start && node.end >= start + length) {
      found = node;
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(file, visit);
  return found;
}

/** The call whose arguments hold the node, not through a function. */
function callAround(node: ts.Node): ts.CallExpression | ts.NewExpression | null {
  for (let current: ts.Node = node; !ts.isSourceFile(current); current = current.parent) {
    if (ts.isCallExpression(current) || ts.isNewExpression(current)) return current;
    if (ts.isFunctionLike(current) || ts.isClassLike(current)) return null;
  }
  return null;
}

/** A value that the component computes says too little; one that it writes there is meant as it stands. */
function isWritten(node: ts.Node): boolean {
  const property = ts.isPropertyAssignment(node) ? node : ts.isIdentifier(node) ? node.parent : null;
  if (property !== null && ts.isPropertyAssignment(property)) return LITERALS.has(property.initializer.kind);
  return LITERALS.has(node.kind);
}

function isAbout(checker: ts.TypeChecker, file: ts.SourceFile, diagnostic: ts.Diagnostic): boolean {
  const node = nodeAt(file, diagnostic.start ?? 0, diagnostic.length ?? 0);
  if (NOT_EXPORTED.has(diagnostic.code)) {
    const module = node.parent.parent?.parent?.parent;
    const from =
      module !== undefined && ts.isImportDeclaration(module) ? module.moduleSpecifier.getText(file) : '';
    return /^['"](lwc|lightning\/|@salesforce\/)/.test(from) || diagnostic.code === 1192;
  }
  if (NOT_A_MEMBER.has(diagnostic.code)) {
    const access = node.parent;
    const symbol = ts.isPropertyAccessExpression(access)
      ? checker.getSymbolAtLocation(access.expression)
      : undefined;
    const target =
      symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return target?.declarations?.some((item) => isPlatformFile(item.getSourceFile())) === true;
  }
  const call = callAround(node);
  if (call === null) return false;
  const signature = checker.getResolvedSignature(call);
  const declared = signature?.declaration?.getSourceFile();
  if (declared === undefined || !isPlatformFile(declared)) return false;
  const isCount = diagnostic.code === 2554 || diagnostic.code === 2555;
  return isCount || UNKNOWN_PROPERTY.has(diagnostic.code) || isWritten(node);
}

function describe({ messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
  return text.length > 300 ? `${text.slice(0, 297)}...` : text;
}

function check(project: Project, bundle: Bundle): Problem[] {
  const names = bundle.files.filter(
    (name) => name.endsWith('.js') && IMPORTS.test(project.read(`${bundle.folder}/${name}`)),
  );
  const paths = new Map(
    names.map((name) => [`/${bundle.folder}/${name.replace(/\.js$/, '.ts')}`, `${bundle.folder}/${name}`]),
  );
  const program = makeProgram(project, new Map([...paths].map(([path, file]) => [path, project.read(file)])));
  const checker = program.getTypeChecker();
  return [...paths].flatMap(([path, file]) => {
    const source = program.getSourceFile(path);
    if (source === undefined) return [];
    return program
      .getSemanticDiagnostics(source)
      .filter((diagnostic) => isAbout(checker, source, diagnostic))
      .map((diagnostic) => ({
        file,
        line: source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1,
        message: describe(diagnostic),
      }));
  });
}

/** What the compiler says of a component's imports from the platform, and of its calls of them and of Apex. */
export function checkPlatformUse(project: Project, bundle: Bundle): readonly Problem[] {
  return project.ofFile(`platform use ${projectDeclarations(project)}`, bundle.folder, () =>
    check(project, bundle),
  );
}
