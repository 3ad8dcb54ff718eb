import type { LibraryType } from '../registry-contract.ts';
import { STRING_CHANGE } from './string-change.ts';
import { STRING_FIND } from './string-find.ts';
import { STRING_KIND } from './string-kind.ts';
import { STRING_PARTS } from './string-parts.ts';
import { STRING_STATIC } from './string-static.ts';

export const STRING: LibraryType = {
  name: 'String',
  members: { ...STRING_STATIC, ...STRING_FIND, ...STRING_KIND, ...STRING_PARTS, ...STRING_CHANGE },
};
