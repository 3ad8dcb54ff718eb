import type { Frame } from '../../model/class-model.ts';

/** How a statement ended: on to the next one, or out of a loop, its round, or the method. */
export const NORMAL = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;
export type Completion = typeof NORMAL | typeof BREAK | typeof CONTINUE | typeof RETURN;

export type Execute = (frame: Frame) => Completion;

export interface CompiledStatement {
  readonly execute: Execute;
  /** Can the next statement be reached? */
  readonly completes: boolean;
  /** Does it hold a `break` of the loop around it? */
  readonly breaks: boolean;
}

export const EMPTY: CompiledStatement = { execute: () => NORMAL, completes: true, breaks: false };
