import { CATALOG } from '../../catalog/catalog.ts';
import type { CatalogRow } from '../../catalog/catalog.ts';
import type { Cause, Leg } from '../../catalog/vocabulary.ts';
import type { Trigger } from '../rule.ts';

/** One kind of moment that the catalogue allows: a row, a cause and a leg it can have, and the kind of desktop. */
export interface Situation {
  readonly row: CatalogRow;
  readonly cause: Cause;
  readonly leg: Leg;
  readonly receiving: boolean;
}

const CONSULT_CAUSES: readonly Cause[] = ['consult-placed', 'consultant-answered'];

/** Every moment that can come. On a consult leg only what a consult does can happen. */
export const SITUATIONS: readonly Situation[] = CATALOG.flatMap((row) =>
  row.legs.flatMap((leg) =>
    row.causes
      .filter((cause) => leg === 'primary' || CONSULT_CAUSES.includes(cause))
      .flatMap((cause) => [false, true].map((receiving) => ({ row, cause, leg, receiving }))),
  ),
);

const within = <T>(value: T, list: readonly T[] | undefined): boolean =>
  list === undefined || list.includes(value);

/** Does a trigger cover a situation, its conditions aside? */
export function covers(trigger: Trigger, { row, cause, leg, receiving }: Situation): boolean {
  return (
    (trigger.setup === undefined || trigger.setup === row.setup) &&
    within(row.pacingMode, trigger.pacingModes) &&
    within(row.channelType, trigger.channelTypes) &&
    within(row.event, trigger.events) &&
    within(cause, trigger.causes) &&
    within(leg, trigger.legs) &&
    (trigger.receiving === undefined || trigger.receiving === receiving)
  );
}

export function coveredSituations(trigger: Trigger): Situation[] {
  return SITUATIONS.filter((situation) => covers(trigger, situation));
}
