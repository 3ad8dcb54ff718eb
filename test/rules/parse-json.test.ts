import fc from 'fast-check';
import { parseJson } from '../../src/rules/parse-json.ts';

describe('parsing JSON', () => {
  it.each([
    ['', 'a value was expected at line 1, column 1'],
    ['{"a":1,}', 'a name in double quotes was expected at line 1, column 8'],
    ['{a:1}', 'a name in double quotes was expected at line 1, column 2'],
    ['{"a" 1}', '":" after the name was expected at line 1, column 6'],
    ['[1 2]', '"," or "]" was expected at line 1, column 4'],
    ['{"a":[1,\n  2,\n  ]}', 'a value was expected at line 3, column 3'],
    ['{"a":"x\ny"}', 'a value was expected at line 1, column 6'],
    ['{"a":1} x', 'nothing more was expected at line 1, column 9'],
    ["{'a':1}", 'a name in double quotes was expected at line 1, column 2'],
    ['[01]', 'a value was expected at line 1, column 2'],
    ['{"a":{"b":[]}', '"," or "}" was expected at line 1, column 14'],
  ])('says where %j is wrong', (text, message) => {
    expect(parseJson(text)).toEqual({ ok: false, message: `is not JSON: ${message}` });
  });

  it('finds a place in everything that the engine refuses (seed 20260302)', () => {
    const seed = 20260302;
    const mutated = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', 'x', '\n', '\\'))
      .map(([text, at, mark]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + mark + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(mutated, (text) => {
        const result = parseJson(text);
        return result.ok || / was expected at line \d+, column \d+$/.test(result.message);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
