import { EXTENSION_ROWS } from './extension-rows.ts';
import { HVOC_ROWS } from './hvoc-rows.ts';
import type { CatalogRowShape } from './row-shape.ts';
import { TETHERED_CALL_ROWS } from './tethered-call-rows.ts';
import { TETHERED_CAMPAIGN_ROWS } from './tethered-campaign-rows.ts';

type AnyRow =
  | (typeof TETHERED_CAMPAIGN_ROWS)[number]
  | (typeof TETHERED_CALL_ROWS)[number]
  | (typeof HVOC_ROWS)[number]
  | (typeof EXTENSION_ROWS)[number];

type IdOf<R extends AnyRow> = R extends AnyRow
  ? `${R['setup']}.${R['pacingMode']}.${R['channelType']}.${R['event']}`
  : never;

/** `<setup>.<pacingMode>.<channelType>.<event>` of a row that exists; an absent combination does not type-check. */
export type TupleId = IdOf<AnyRow>;

/** A row with its tuple id. */
export type CatalogRow = CatalogRowShape & { readonly tuple: TupleId };

/** Every row: 30 + 26 supported, 1 recommended-only, then the extensions. The order is the order of the source. */
export const CATALOG: readonly CatalogRow[] = [
  ...TETHERED_CAMPAIGN_ROWS,
  ...TETHERED_CALL_ROWS,
  ...HVOC_ROWS,
  ...EXTENSION_ROWS,
].map((row) => ({
  ...row,
  tuple: `${row.setup}.${row.pacingMode}.${row.channelType}.${row.event}` as TupleId,
}));

const BY_TUPLE: ReadonlyMap<string, CatalogRow> = new Map(CATALOG.map((row) => [row.tuple, row]));

/** The row of a tuple id, or undefined: then nothing may be emitted under that id. */
export function findRow(tuple: string): CatalogRow | undefined {
  return BY_TUPLE.get(tuple);
}

export function isTupleId(value: unknown): value is TupleId {
  return typeof value === 'string' && BY_TUPLE.has(value);
}
