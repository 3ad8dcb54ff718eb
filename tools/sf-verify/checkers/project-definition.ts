import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checker } from '../lib/checker.ts';
import { lineOfPointer } from '../lib/json-lines.ts';
import { loadMetadataTypes } from '../lib/metadata-types.ts';
import type { MetadataType } from '../lib/metadata-types.ts';
import { HERE } from '../lib/packages.ts';
import type { Problem } from '../lib/problem.ts';
import { namesOf } from '../lib/project-names.ts';
import type { Project } from '../lib/project.ts';
import { childOf } from '../lib/xml.ts';

const PROJECT = 'sfdx-project.json';
const SCRATCH = 'config/project-scratch-def.json';
/** Newest version that the platform types of apex-ls know. */
const API_VERSION = '65.0';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readJson(project: Project, file: string): unknown {
  return JSON.parse(project.read(file)) as unknown;
}

function describe({ instancePath, keyword, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  const key = keyword === 'additionalProperties' ? ` "${String(params['additionalProperty'])}"` : '';
  const words = keyword === 'enum' ? `: ${(params['allowedValues'] as readonly unknown[]).join(', ')}` : '';
  return `${where} ${message ?? 'is wrong'}${key}${words}`;
}

/** Of a choice that fits nowhere, the branches that fit worst and the sentence about the choice say nothing useful. */
function relevantErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const branchOf = ({ schemaPath }: ErrorObject): string => /^.*\/anyOf\/\d+/.exec(schemaPath)?.[0] ?? '';
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(branchOf(error), (counts.get(branchOf(error)) ?? 0) + 1);
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const others = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const outsideBranches = others.filter((error) => branchOf(error) === '');
  if (choices.length === 0 || outsideBranches.length > 0) return outsideBranches;
  const fewest = Math.min(...others.map((error) => counts.get(branchOf(error)) ?? 0));
  return others.filter((error) => counts.get(branchOf(error)) === fewest);
}

function checkSchema(project: Project, file: string, schemaName: string): Problem[] {
  const validate = project.shared(`schema ${schemaName}`, () => {
    const path = join(HERE, 'node_modules/@salesforce/schemas', schemaName);
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false });
    return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as Json);
  });
  if (validate(readJson(project, file))) return [];
  return relevantErrors(validate.errors ?? []).map((error) => {
    const extra =
      error.keyword === 'additionalProperties' ? `/${String(error.params['additionalProperty'])}` : '';
    return {
      file,
      line: lineOfPointer(project.read(file), error.instancePath + extra),
      message: describe(error),
    };
  });
}

/** The published schema lets any setting pass; the Metadata API has a type for each group of them. */
function checkSettings(project: Project): Problem[] {
  const definition = readJson(project, SCRATCH);
  const settings = isJson(definition) ? definition['settings'] : undefined;
  if (!isJson(settings)) return [];
  const types = project.shared('metadata types', loadMetadataTypes);
  const problems: Problem[] = [];
  const visit = (value: Json, type: MetadataType, pointer: string): void => {
    for (const [key, child] of Object.entries(value)) {
      const here = `${pointer}/${key}`;
      const line = lineOfPointer(project.read(SCRATCH), here);
      const property = type.properties.get(key);
      const next = property === undefined ? undefined : types.get(property.type);
      if (property === undefined)
        problems.push({ file: SCRATCH, line, message: `there is no setting ${here.slice(1)}` });
      else if (isJson(child) && next !== undefined) visit(child, next, here);
      else if (property.type === 'boolean' && typeof child !== 'boolean') {
        problems.push({ file: SCRATCH, line, message: `${here.slice(1)} must be true or false` });
      }
    }
  };
  for (const [key, value] of Object.entries(settings)) {
    const type = types.get(key.charAt(0).toUpperCase() + key.slice(1));
    const line = lineOfPointer(project.read(SCRATCH), `/settings/${key}`);
    if (type === undefined) problems.push({ file: SCRATCH, line, message: `there are no settings ${key}` });
    else if (isJson(value)) visit(value, type, `/settings/${key}`);
  }
  return problems;
}

function checkProjectFile(project: Project): Problem[] {
  const source = project.read(PROJECT);
  const definition = readJson(project, PROJECT);
  if (!isJson(definition)) return [];
  const problems: Problem[] = [];
  const report = (pointer: string, message: string): void => {
    problems.push({ file: PROJECT, line: lineOfPointer(source, pointer), message });
  };
  if (definition['sourceApiVersion'] !== API_VERSION) {
    report('/sourceApiVersion', `sourceApiVersion must be ${API_VERSION}, which these checks know`);
  }
  const folders = Array.isArray(definition['packageDirectories']) ? definition['packageDirectories'] : [];
  for (const [index, folder] of (folders as readonly unknown[]).entries()) {
    if (!isJson(folder)) continue;
    const path = String(folder['path']);
    if (!project.exists(path)) report(`/packageDirectories/${index}/path`, `there is no folder ${path}`);
    const access = folder['apexTestAccess'];
    const sets = isJson(access) && Array.isArray(access['permissionSets']) ? access['permissionSets'] : [];
    for (const name of sets.map(String)) {
      if (namesOf(project, '.permissionset-meta.xml').has(name)) continue;
      report(
        `/packageDirectories/${index}/apexTestAccess/permissionSets`,
        `there is no permission set ${name}`,
      );
    }
  }
  return problems;
}

function checkApiVersions(project: Project): Problem[] {
  return project.files
    .filter((file) => file.endsWith('-meta.xml'))
    .flatMap((file) => {
      const root = project.xml(file);
      const version = root === null ? undefined : childOf(root, 'apiVersion');
      if (version === undefined || version.text.trim() === API_VERSION) return [];
      return [
        { file, line: version.line, message: `apiVersion ${version.text.trim()}, must be ${API_VERSION}` },
      ];
    });
}

export const projectDefinition: Checker = {
  name: 'project-definition',
  about: 'sfdx-project.json and scratch definition against their schemas, one API version',
  run: (project) => [
    ...checkSchema(project, PROJECT, 'sfdx-project.schema.json'),
    ...checkProjectFile(project),
    ...(project.exists(SCRATCH)
      ? [...checkSchema(project, SCRATCH, 'project-scratch-def.schema.json'), ...checkSettings(project)]
      : []),
    ...checkApiVersions(project),
  ],
};
