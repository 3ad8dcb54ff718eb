import { ApexParserBaseVisitor, QueryContext } from '@apexdevtools/apex-parser';
import type {
  FieldNameContext,
  SelectEntryContext,
  SubQueryContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import type { Problem } from '../problem.ts';
import { findAbove } from './tree.ts';
import type { Node } from './tree.ts';
import { checkFieldPath, findField } from '../schema/schema.ts';
import type { Schema } from '../schema/schema.ts';

/** A query or sub-query that is being read. */
export interface Level {
  /** Null when the object is unknown, which is reported once. */
  readonly object: string | null;
  readonly aliases: readonly string[];
}

/** Checks every query and upsert key of one file against the schema. */
export class QueryVisitor extends ApexParserBaseVisitor<void> {
  readonly problems: Problem[] = [];
  readonly #file: string;
  protected readonly schema: Schema;
  protected readonly levels: Level[] = [];

  constructor(file: string, schema: Schema) {
    super();
    this.#file = file;
    this.schema = schema;
  }

  protected report(context: { readonly start: { readonly line: number } }, message: string): void {
    this.problems.push({ file: this.#file, line: context.start.line, message });
  }

  #objectOf(context: QueryContext | SubQueryContext, parent: string | null): string | null {
    const list = context.fromNameList();
    const name = list.fieldName(0).getText();
    if (parent !== null) {
      const type = findField(this.schema, parent, name)?.type ?? '';
      if (type.endsWith('[]')) return type.slice(1, -2);
      this.report(list, `${parent} has no child relationship ${name}`);
      return null;
    }
    const object = this.schema.get(name.toLowerCase());
    if (object === undefined) this.report(list, `there is no object ${name}`);
    return object?.name ?? null;
  }

  #visitLevel(context: QueryContext | SubQueryContext, parent: string | null): void {
    const from = context.fromNameList();
    const aliases = from.soqlId_list().map((id) => id.getText().toLowerCase());
    this.levels.push({ object: this.#objectOf(context, parent), aliases });
    for (const child of context.children ?? []) {
      if (child !== from && 'accept' in child) (child as { accept: (v: unknown) => void }).accept(this);
    }
    this.levels.pop();
  }

  visitQuery(context: QueryContext): void {
    this.#visitLevel(context, null);
  }

  /** A sub-query in the select list names a child relationship; one in a condition names an object. */
  visitSubQuery(context: SubQueryContext): void {
    const selected = context.parentCtx?.constructor.name === 'SelectEntryContext';
    const parent = this.levels.at(-1)?.object ?? null;
    if (selected && parent === null) return;
    this.#visitLevel(context, selected ? parent : null);
  }

  /** `SELECT Id Name` reads as a column with an alias, which only queries with GROUP BY may have. */
  visitSelectEntry(context: SelectEntryContext): void {
    const alias = context.soqlId();
    const query = findAbove(context as Node, QueryContext);
    const isGrouped = query !== null && (query.groupByClause() as Node | null) !== null;
    if (alias !== null && context.fieldName() !== null && !isGrouped) {
      this.report(context, `alias ${alias.getText()} needs an aggregate (is a comma missing?)`);
    }
    this.visitChildren(context);
  }

  visitFieldName(context: FieldNameContext): void {
    const level = this.levels.at(-1);
    if (level === undefined || level.object === null) return;
    const path = context.getText().split('.');
    const first = path[0]?.toLowerCase() ?? '';
    const named = level.aliases.includes(first) || first === level.object.toLowerCase();
    const problem = checkFieldPath(
      this.schema,
      level.object,
      path.length > 1 && named ? path.slice(1) : path,
    );
    if (problem !== null) this.report(context, problem);
  }

  visitUpsertStatement(context: UpsertStatementContext): void {
    const key = context.qualifiedName()?.getText().split('.').at(-1)?.toLowerCase();
    if (key !== undefined && key !== 'id') {
      const created = /^new(\w+)\(/.exec(context.expression().getText())?.[1];
      const candidates =
        created === undefined ? [...this.schema.values()] : [this.schema.get(created.toLowerCase())];
      if (!candidates.some((object) => object?.fields.get(key)?.definition?.externalId === true)) {
        this.report(context, `upsert key ${key} is not an external id`);
      }
    }
    this.visitChildren(context);
  }
}
