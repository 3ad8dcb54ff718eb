import { QueryContext, SoslLiteralContext } from '@apexdevtools/apex-parser';
import type { WithClauseContext } from '@apexdevtools/apex-parser';
import { callsIn, nameOf } from '../apex/calls.ts';
import { dmlOf, mentionsMode } from '../apex/dml.ts';
import { nodesOfFile } from '../apex/tree.ts';
import { find } from './habit.ts';
import type { Habit } from './habit.ts';

const QUERIES = /^(database\.(query|countquery|getquerylocator)(withbinds)?|search\.(query|find))$/;

/** Every statement says in whose name it runs. Source: Apex release notes, from API 67 user mode is the default. */
export const checkAccessModes: Habit = (context) => {
  const { report } = context;
  for (const query of find(context, QueryContext)) {
    const clause = query.withClause() as WithClauseContext | null;
    if (clause === null || (!clause.USER_MODE() && !clause.SYSTEM_MODE())) {
      report(query, 'the query names no access mode: write WITH USER_MODE or WITH SYSTEM_MODE');
    }
  }
  for (const search of find(context, SoslLiteralContext)) {
    if (!/WITH(USER|SYSTEM)_MODE/i.test(search.getText())) {
      report(search, 'the search names no access mode: write WITH USER_MODE or WITH SYSTEM_MODE');
    }
  }
  const nodes = nodesOfFile(context.project, context.file);
  for (const dml of nodes.flatMap((node) => dmlOf(node) ?? [])) {
    if (!dml.hasMode) report(dml.node, `${dml.verb} names no access mode: write "as user" or "as system"`);
  }
  for (const call of callsIn(nodes)) {
    const first = call.arguments[0]?.getText() ?? '';
    if (!QUERIES.test(nameOf(call)) || first.startsWith('[')) continue;
    if (!mentionsMode(call.arguments.slice(1)) && !/with(user|system)_mode/i.test(first.replace(/\s/g, ''))) {
      report(
        call.node,
        `${call.target}.${call.method} names no access mode: add AccessLevel.USER_MODE or SYSTEM_MODE`,
      );
    }
  }
};
