import type { Transaction } from '../../model/transaction.ts';
import type { ApexEnum } from '../../model/values.ts';
import type { RoundingMode } from '../../values/decimal.ts';
import type { LibraryEnum } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';

const MODES = ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'] as const;

export const ROUNDING_MODE: LibraryEnum = { name: 'RoundingMode', constants: MODES };

export function roundingModeOf(tx: Transaction, value: ApexEnum | null, position: number): RoundingMode {
  const { name } = given(tx, value, position);
  return MODES.find((mode) => mode === name) ?? refuse(tx, `the rounding mode ${name}`);
}
