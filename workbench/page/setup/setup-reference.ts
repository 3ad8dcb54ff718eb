import { SETUP_PAGE } from '../shell/page-reference.ts';
import type { PageReference } from '../shell/page-reference.ts';

/** A place in Setup: the list of types, the records of a type in a view, or the form of a record. */
export interface SetupPlace {
  readonly type?: string;
  readonly view?: string;
  readonly action?: 'new' | 'edit';
  /** The record to edit, or whose values a new one begins with. */
  readonly record?: string;
}

export function setupPage(place: SetupPlace): PageReference {
  return { type: SETUP_PAGE, attributes: { ...place } };
}

export function isSetupForm(page: PageReference): boolean {
  return page.type === SETUP_PAGE && page.attributes['action'] !== undefined;
}
