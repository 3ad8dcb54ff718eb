import { listApexFiles, parseApex } from '../lib/apex/parse-apex.ts';
import { QueryVisitor } from '../lib/apex/query-visitor.ts';
import type { Checker } from '../lib/checker.ts';
import { loadSchema } from '../lib/schema/schema.ts';

export const soql: Checker = {
  name: 'soql',
  about: 'columns, relationships and upsert keys of queries in Apex',
  run: async (project) => {
    const schema = await loadSchema(project);
    return listApexFiles(project).flatMap((file) => {
      const visitor = new QueryVisitor(file, schema);
      visitor.visit(parseApex(project, file));
      return visitor.problems;
    });
  },
};
