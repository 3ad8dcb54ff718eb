const CREATED = 'created.';

/** The object of a target as `created.Case`, with or without `.Id`; null for every other target. */
export function createdTarget(target: string): string | null {
  return target.startsWith(CREATED) ? target.slice(CREATED.length).replace(/\.Id$/, '') : null;
}

/** Does a target say of which object its record is? An id does not. */
export function saysObject(target: string): boolean {
  return target === 'log' || target === 'match' || createdTarget(target) !== null;
}
