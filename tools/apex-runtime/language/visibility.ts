import type { ClassModel, Visibility } from '../model/class-model.ts';
import { isSubtype } from './assignability.ts';
import { topLevel } from './members.ts';

interface Guarded {
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  readonly owner: ClassModel;
}

/** May code in `from` use a member? Private means the whole top-level class. */
export function isVisible(member: Guarded, from: ClassModel): boolean {
  return (
    member.visibility === 'public' ||
    topLevel(member.owner) === topLevel(from) ||
    (member.visibility === 'protected' && isBelow(from, member.owner)) ||
    (member.isTestVisible && topLevel(from).isTest)
  );
}

/** An inner class sees what its outer classes inherit. */
function isBelow(from: ClassModel, owner: ClassModel): boolean {
  return isSubtype(from.type, owner.type) || (from.outer !== undefined && isBelow(from.outer, owner));
}

export function isClassVisible(model: ClassModel, from: ClassModel): boolean {
  if (model.isPlatform || model.outer === undefined || topLevel(model) === topLevel(from)) return true;
  const isTestVisible = model.annotations.some(({ name }) => name === 'testvisible');
  return isVisible({ visibility: model.visibility, isTestVisible, owner: model.outer }, from);
}
