import { UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import { compileRegex, replaceMatches, splitText } from '../../tools/apex-runtime/library/text/regex.ts';
import { libraryHost } from './library-transaction.ts';

const { tx } = libraryHost();
const isMatch = (java: string, text: string): boolean => compileRegex(tx, java).matches(tx, text) !== null;
const isFound = (java: string, text: string): boolean => compileRegex(tx, java).find(tx, text, 0) !== null;

describe('Java regular expressions', () => {
  it.each([
    ['a|ab', 'ab', true],
    ['\\d{4}-\\d{2}', '2026-01', true],
    ['[^\\d\\s]+', 'ab\u00a0', true],
    ['[a\\-c]', '-', true],
    ['[\\w.+-]+@[\\w-]+', 'a.b+c@d-e', true],
    ['(?i)stra[s-u]e', 'STRATE', true],
    ['(?i)\u00e4', '\u00c4', false],
    ['(?s).', '\n', true],
    ['.', '\u0085', false],
    ['\\x41\\u0042\\t', 'AB\t', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\p{Alpha}+', '\u00e4', false],
    ['\\P{L}', '1', true],
    ['a{2,3}?', 'aaa', true],
    ['(?<year>\\d+)', '2026', true],
    ['\ud83d\ude00.', '\ud83d\ude00\ud83d\ude01', true],
    ['\\}\\]', '}]', true],
  ])('%s matches "%s": %s', (java, text, expected) => {
    expect(isMatch(java, text)).toBe(expected);
  });

  it.each([
    ['a$', 'a\r\n', true],
    ['a$', 'a\nb', false],
    ['a\\z', 'a\n', false],
    ['a\\Z', 'a\n', true],
    ['\\Aa', 'ba', false],
    ['(?<=1)a', '1a', true],
    ['\\bcat\\b', 'a cat', true],
  ])('%s is found in "%s": %s', (java, text, expected) => {
    expect(isFound(java, text)).toBe(expected);
  });

  it.each([
    'a++',
    '(?>a)',
    '[a&&b]',
    '[a[b]]',
    '(a)\\1',
    '(?m)^a',
    '\\G',
    '\\h',
    'a{',
    '(a',
    '[a',
    '[]a]',
    '(?<=a+)b',
    '[\\S]',
    '\\p{IsLatin}',
    '(?i)\\p{Lu}',
  ])('refuses %s, which JavaScript reads otherwise or not at all', (java) => {
    expect(() => compileRegex(tx, java)).toThrow(UnsupportedApex);
  });

  it('refuses a word boundary in text beyond ASCII', () => {
    expect(() => isFound('\\ba', '\u00e4 a')).toThrow(UnsupportedApex);
  });

  it.each([
    ['$2-$1', 'b-a'],
    ['\\$1', '$1'],
    ['$10', 'a0'],
    ['$0!', 'ab!'],
  ])('expands the replacement %s', (replacement, expected) => {
    expect(replaceMatches(tx, compileRegex(tx, '(a)(b)'), 'ab', replacement, false)).toBe(expected);
  });

  it('expands a group by its name', () => {
    expect(replaceMatches(tx, compileRegex(tx, '(?<n>\\d)'), 'a1', '<${n}>', false)).toBe('a<1>');
  });

  it('refuses a replacement that Java refuses', () => {
    expect(() => replaceMatches(tx, compileRegex(tx, 'a'), 'a', '$x', false)).toThrow(UnsupportedApex);
  });

  it.each([
    ['boo:and:moo', ':', 2, ['boo', 'and:moo']],
    ['boo:and:moo', 'o', -2, ['b', '', ':and:m', '', '']],
    ['boo:and:moo', 'o', 0, ['b', '', ':and:m']],
    ['abc', '', 0, ['a', 'b', 'c']],
    ['', ',', 0, ['']],
    [',a', ',', 0, ['', 'a']],
    ['a1b2', '(\\d)', 0, ['a', 'b']],
    [',', ',', 0, []],
  ])('splits "%s" at %s with limit %d', (text, java, limit, expected) => {
    expect(splitText(tx, compileRegex(tx, java), text, limit)).toEqual(expected);
  });
});
