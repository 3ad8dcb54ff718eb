import { FieldExpressionContext, LiteralPrimaryContext, QueryContext } from '@apexdevtools/apex-parser';
import { callsIn, nameOf } from '../apex/calls.ts';
import { isTestFile, listClasses } from '../apex/class-outline.ts';
import { findBelow, nodesOfFile } from '../apex/tree.ts';
import { namesOf } from '../project-names.ts';
import { listFieldDefinitions } from '../schema/object-definitions.ts';
import { find } from './habit.ts';
import type { ApexContext, Habit } from './habit.ts';

const unquote = (text: string): string | null => /^'([^']*)'$/.exec(text)?.[1] ?? null;

/** Words of the language that a query must not depend on: labels, which are translated. */
const TRANSLATED: Readonly<Record<string, string>> = {
  profile: 'find it by UserType, UserLicense or permissions',
  recordtype: 'write DeveloperName',
  userrole: 'write DeveloperName',
};

/** Names in queries that are not the same in every org. */
export const checkQueriedNames: Habit = (context) => {
  for (const query of find(context, QueryContext)) {
    const object = query.fromNameList().fieldName(0).getText().toLowerCase();
    for (const condition of findBelow(query, FieldExpressionContext)) {
      const name = (condition.fieldName() as { getText: () => string } | null)?.getText().toLowerCase() ?? '';
      const value = condition.value().getText();
      const path = name === 'name' ? object : name.endsWith('.name') ? (name.split('.').at(-2) ?? '') : '';
      const hint = TRANSLATED[path];
      if (hint !== undefined && value.includes("'")) {
        context.report(condition, `the name of a ${path} is in the language of the org: ${hint}`);
      }
      const word = unquote(value);
      const sets = namesOf(context.project, '.permissionset-meta.xml');
      const isSet = (object === 'permissionset' && name === 'name') || name === 'permissionset.name';
      if (isSet && word !== null && sets.size > 0 && !sets.has(word)) {
        context.report(condition, `there is no permission set ${word}`);
      }
    }
  }
};

function fieldNames({ project }: ApexContext): ReadonlySet<string> {
  return project.once('names of own fields', () => {
    const names = listFieldDefinitions(project).flatMap(({ name, relationshipName }) => [
      name,
      name.replace(/__c$/, '__r'),
      ...(relationshipName === undefined ? [] : [`${relationshipName}__r`]),
    ]);
    return new Set(names.map((name) => name.toLowerCase()));
  });
}

/** Names that Apex hands to the platform as text. */
export const checkNamesInText: Habit = (context) => {
  const { project, schema, report, file } = context;
  const nodes = nodesOfFile(project, file);
  for (const call of callsIn(nodes)) {
    const word = unquote(call.arguments[0]?.getText() ?? '');
    if (word === null) continue;
    const name = nameOf(call);
    if (
      name === 'featuremanagement.checkpermission' &&
      !namesOf(project, '.customPermission-meta.xml').has(word)
    ) {
      report(call.node, `there is no custom permission ${word}`);
    }
    const isClass = listClasses(project).some((item) => item.name.toLowerCase() === word.toLowerCase());
    if (
      name === 'type.forname' &&
      !isTestFile(project, file) &&
      call.arguments.length === 1 &&
      /^[A-Z]\w+$/.test(word) &&
      !isClass &&
      !isPlatformType(word)
    ) {
      report(call.node, `there is no class ${word}`);
    }
    const type = /^(\w+__mdt)\.getinstance$/i.exec(`${call.target}.${call.method}`)?.[1];
    const records = namesOf(project, '.md-meta.xml');
    if (
      type !== undefined &&
      !records.has(`${type.replace(/__mdt$/i, '')}.${word}`) &&
      !isTestFile(project, file)
    ) {
      report(call.node, `there is no record ${word} of ${type}`);
    }
  }
  if (isTestFile(project, file)) return;
  const known = fieldNames(context);
  for (const literal of find(context, LiteralPrimaryContext)) {
    const word = unquote(literal.getText());
    if (word === null || !/^[A-Za-z]\w*__(c|mdt|e|r)$/.test(word)) continue;
    if (!schema.has(word.toLowerCase()) && !known.has(word.toLowerCase()))
      report(literal, `there is no object or field ${word}`);
  }
};

const isPlatformType = (name: string): boolean =>
  /^(String|Integer|Decimal|Boolean|Date|Datetime|Id|Long|Double|Blob|Object|SObject|Time|List|Map|Set)$/i.test(
    name,
  );
