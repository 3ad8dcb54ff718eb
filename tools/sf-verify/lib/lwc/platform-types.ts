import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listAuraMethods } from '../apex/aura-methods.ts';
import { listClasses } from '../apex/class-outline.ts';
import { HERE } from '../packages.ts';
import type { Project } from '../project.ts';
import { childrenOf, textOf } from '../xml.ts';

const FOLDER = '/platform/';
const LIBRARY = `${FOLDER}lib.d.ts`;

/** Declarations of the platform's modules, by the path that the compiler knows them under. */
function platformFiles(): ReadonlyMap<string, ts.SourceFile> {
  const folder = join(HERE, 'platform');
  return new Map(
    readdirSync(folder).map((name) => {
      const path = `${FOLDER}${name}`;
      return [
        path,
        ts.createSourceFile(path, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ESNext, true),
      ];
    }),
  );
}

const SIMPLE: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  date: 'string',
  datetime: 'string',
  decimal: 'number',
  double: 'number',
  id: 'string',
  integer: 'number',
  long: 'number',
  string: 'string',
};

function typeOf(apexType: string): string {
  const element = /^(?:List|Set)<(.+)>$/i.exec(apexType)?.[1] ?? /^(.+)\[\]$/.exec(apexType)?.[1];
  return element === undefined ? (SIMPLE[apexType.toLowerCase()] ?? 'unknown') : `${typeOf(element)}[]`;
}

function apexModules(project: Project): string[] {
  const classes = listClasses(project);
  return listAuraMethods(project).map(({ id }) => {
    const [owner = '', name = ''] = id.split('.');
    const method = classes
      .find((outline) => outline.name === owner)
      ?.members.find((member) => member.kind === 'method' && member.name === name);
    const parameters = (method?.parameters ?? []).map((item) => `${item.name}: ${typeOf(item.type)}`);
    const list = parameters.length === 0 ? '' : `parameters: { ${parameters.join('; ')} }`;
    return `declare module '@salesforce/apex/${id}' { export default function ${name}_(${list}): Promise<unknown>; }`;
  });
}

function channelModules(project: Project): string[] {
  return project.files.flatMap((file) => {
    const name = /([^/]+)\.messageChannel-meta\.xml$/.exec(file)?.[1];
    const root = project.xml(file);
    if (name === undefined || root === null) return [];
    const fields = childrenOf(root, 'lightningMessageFields').flatMap(
      (field) => textOf(field, 'fieldName') ?? [],
    );
    const message = `{ ${fields.map((field) => `${field}?: unknown`).join('; ')} }`;
    return [
      `declare module '@salesforce/messageChannel/${name}__c' { import type { Channel } from 'lightning/messageService'; const channel: Channel<${message}>; export default channel; }`,
    ];
  });
}

/** What the project's own Apex and message channels add to the platform. */
export function projectDeclarations(project: Project): string {
  return project.once('own declarations', () =>
    [...apexModules(project), ...channelModules(project)].join('\n'),
  );
}

/** True for a place in the declarations, not in a component. */
export const isPlatformFile = ({ fileName }: ts.SourceFile): boolean =>
  fileName.startsWith(FOLDER) && fileName !== LIBRARY;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noLib: true,
  noEmit: true,
  strict: false,
  types: [],
};

/** A program of scripts, by path, with the declarations; the scripts are read as TypeScript, so that literals are checked. */
export function makeProgram(project: Project, scripts: ReadonlyMap<string, string>): ts.Program {
  const parse = (path: string, text: string): ts.SourceFile =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const own = parse(`${FOLDER}project.d.ts`, projectDeclarations(project));
  const files = new Map([
    ...project.shared('platform types', platformFiles),
    [own.fileName, own] as const,
    ...[...scripts].map(([path, text]) => [path, parse(path, text)] as const),
  ]);
  const host: ts.CompilerHost = {
    fileExists: (path) => files.has(path),
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => LIBRARY,
    getNewLine: () => '\n',
    getSourceFile: (path) => files.get(path),
    readFile: (path) => files.get(path)?.text,
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  return ts.createProgram([...files.keys()], OPTIONS, host);
}
