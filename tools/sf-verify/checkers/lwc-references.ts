import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listAuraMethods } from '../lib/apex/aura-methods.ts';
import type { Checker } from '../lib/checker.ts';
import { folderNameOf, listBundles } from '../lib/lwc/bundles.ts';
import { compileBundles } from '../lib/lwc/compile-bundles.ts';
import type { Reference } from '../lib/lwc/compile-bundles.ts';
import { HERE } from '../lib/packages.ts';
import { labelNames, namesOf } from '../lib/project-names.ts';
import type { Project } from '../lib/project.ts';
import { loadSchema } from '../lib/schema/schema.ts';
import type { Schema } from '../lib/schema/schema.ts';

const ROOT_MODULES = join(HERE, '../../node_modules');
const BASE_COMPONENTS = join(ROOT_MODULES, 'lightning-base-components/src/lightning');
const STUBS = join(ROOT_MODULES, '@salesforce/sfdx-lwc-jest/src/lightning-stubs');
/** Folders of the base components that are theirs alone. */
const INTERNAL = /private|internal|utils|shared/i;
/** Modules of the platform that neither package has. */
const NOT_PUBLISHED = ['actions', 'logger', 'platformUtilityBarApi'];
/** References to what every org has. */
const NEEDS_NOTHING = new Set(['client', 'i18n', 'user', 'userPermission']);
const FROM_PLATFORM = /^(lwc$|@salesforce\/|@lwc\/|\.)/;

function fieldProblem(schema: Schema, id: string): string | null {
  const [object = '', ...path] = id.split('.');
  let current = schema.get(object.toLowerCase());
  if (current === undefined) return `there is no object ${object}`;
  for (const part of path) {
    const field = current?.fields.get(part.toLowerCase());
    if (current !== undefined && field === undefined) return `${current.name} has no field ${part}`;
    current = schema.get((field?.type ?? '').replace(/^@/, '').toLowerCase());
  }
  return null;
}

/** Answers what a reference of each kind lacks, or null. */
async function makeResolver(project: Project): Promise<(reference: Reference) => string | null> {
  const schema = await loadSchema(project);
  const lightning = new Set([
    ...readdirSync(BASE_COMPONENTS).filter((name) => !INTERNAL.test(name)),
    ...readdirSync(STUBS),
    ...NOT_PUBLISHED,
  ]);
  const components = new Set(listBundles(project).map(({ name }) => name));
  const methods = new Set(
    listAuraMethods(project)
      .filter(({ isStatic }) => isStatic)
      .map(({ id }) => id),
  );
  const labels = labelNames(project);
  const resources = namesOf(project, '.resource-meta.xml');
  const channels = namesOf(project, '.messageChannel-meta.xml');
  const permissions = namesOf(project, '.customPermission-meta.xml');
  const missing = (known: boolean, message: string): string | null => (known ? null : message);
  return ({ type, id }) => {
    switch (type) {
      case 'apexMethod':
      case 'apexContinuation':
        return missing(methods.has(id), `no class has a static @AuraEnabled method ${id}`);
      case 'label':
        return missing(labels.has(id.replace(/^c\./, '')), `there is no label ${id}`);
      case 'resourceUrl':
        return missing(resources.has(id), `there is no static resource ${id}`);
      case 'messageChannel':
        return missing(channels.has(id.replace(/__c$/, '')), `there is no message channel ${id}`);
      case 'customPermission':
        return missing(permissions.has(id), `there is no custom permission ${id}`);
      case 'schema':
      case 'sobjectField':
      case 'sobjectClass':
        return fieldProblem(schema, id);
      case 'component':
        if (id.startsWith('c-'))
          return missing(components.has(folderNameOf(id)), `there is no component <${id}>`);
        if (!id.startsWith('lightning-')) return null;
        return missing(lightning.has(folderNameOf(id)), `there is no base component <${id}>`);
      case 'module':
        if (id.startsWith('c/')) return missing(components.has(id.slice(2)), `there is no module ${id}`);
        if (id.startsWith('lightning/'))
          return missing(lightning.has(id.slice(10)), `there is no module ${id}`);
        return missing(FROM_PLATFORM.test(id), `${id} is not a module of the platform`);
      default:
        return missing(
          NEEDS_NOTHING.has(type),
          `a reference of type ${type}, which is not checked here: ${id}`,
        );
    }
  };
}

export const lwcReferences: Checker = {
  name: 'lwc-references',
  about: 'Apex methods, labels, channels, resources, permissions, fields and components that components name',
  run: async (project) => {
    const problemOf = await makeResolver(project);
    return (await compileBundles(project)).flatMap(({ bundle, references }) =>
      references.flatMap((reference) => {
        const message = problemOf(reference);
        const place = {
          file: `${bundle.folder}/${reference.file}`,
          line: reference.locations?.[0]?.startLine ?? 1,
        };
        return message === null ? [] : [{ ...place, message }];
      }),
    );
  },
};
