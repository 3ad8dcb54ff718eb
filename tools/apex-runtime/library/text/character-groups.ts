/** Unicode's general categories as Java's Character.getType tells them apart. */
const CATEGORIES = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Mc',
  'Me',
  'Nd',
  'Nl',
  'No',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Co',
  'Cs',
  'Pd',
  'Ps',
  'Pe',
  'Pc',
  'Po',
  'Pi',
  'Pf',
  'Sm',
  'Sc',
  'Sk',
  'So',
] as const;

const PATTERNS = CATEGORIES.map((category) => [category, new RegExp(`^\\p{${category}}$`, 'u')] as const);

const categoryOf = (unit: string): string => PATTERNS.find(([, pattern]) => pattern.test(unit))?.[0] ?? 'Cn';

/**
 * Runs of code units of one category. In camel case an upper-case letter before lower-case ones begins their run:
 * `fooBar` is `foo`, `Bar`; `ABCFoo` is `ABC`, `Foo`.
 */
export function characterGroups(text: string, isCamelCase: boolean): string[] {
  const groups: string[] = [];
  let from = 0;
  let current = text === '' ? '' : categoryOf(text.charAt(0));
  for (let index = 1; index < text.length; index++) {
    const category = categoryOf(text.charAt(index));
    if (category === current) continue;
    const startsEarlier = isCamelCase && category === 'Ll' && current === 'Lu';
    const end = startsEarlier ? index - 1 : index;
    if (end > from) groups.push(text.slice(from, end));
    from = end;
    current = category;
  }
  return text === '' ? [] : [...groups, text.slice(from)];
}
