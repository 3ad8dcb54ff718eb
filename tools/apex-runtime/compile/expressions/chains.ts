import type { Evaluate } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import { ApexList, PlatformObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { oneRow } from './convert.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** What the rest of a chain sees when the value before `?.` was null: it ends the whole chain. */
const SKIPPED = new PlatformObject(T.Null, null);

/** One link, `.name` or `?.name(...)`, built from what stands before it. */
export function link(
  target: ValueOperand,
  isSafe: boolean,
  scope: Scope,
  build: (target: ValueOperand) => ValueOperand,
): ValueOperand {
  if (!isSafe && target.isChain !== true) return build(target);
  const slot = scope.body.localCount++;
  const before = isSafe ? safeTarget(target) : target;
  const { evaluate } = before;
  const next = build(valueOf(before.type, (frame) => frame.locals[slot] ?? null));
  return {
    kind: 'value',
    type: next.type,
    isChain: true,
    evaluate: (frame) => {
      const value = evaluate(frame);
      if (value === SKIPPED) return SKIPPED;
      frame.locals[slot] = value;
      return next.evaluate(frame);
    },
  };
}

/** The value of a whole chain. */
export function endChain(operand: ValueOperand): ValueOperand {
  if (operand.isChain !== true) return operand;
  const { evaluate, type } = operand;
  return valueOf(type, (frame) => {
    const value = evaluate(frame);
    return value === SKIPPED ? null : value;
  });
}

function safeTarget(target: ValueOperand): ValueOperand {
  const { evaluate } = target;
  if (target.isQuery !== true) return valueOf(target.type, (frame) => evaluate(frame) ?? SKIPPED);
  const row: Evaluate = (frame) => rowOrNull(frame.tx, evaluate(frame)) ?? SKIPPED;
  return valueOf(target.type.args[0] ?? target.type, row);
}

/** A query that finds no row counts as null before `?.` and `??`. */
export function rowOrNull(tx: Transaction, rows: Value): Value {
  return rows instanceof ApexList && rows.items.length === 0 ? null : oneRow(tx, rows);
}
