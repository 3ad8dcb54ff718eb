import fc from 'fast-check';
import { parseJson, repeatedNames } from '../../src/rules/parse-json.ts';

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

  it('is not stopped by long texts and deep nesting', () => {
    const long = `{"a":"${'x\\n'.repeat(6_000_000)}","b":}`;
    expect(parseJson(long)).toEqual({
      ok: false,
      message: 'is not JSON: a value was expected at line 1, column 18000013',
    });
    expect(parseJson('['.repeat(200_000))).toEqual({
      ok: false,
      message: 'is not JSON: a value was expected at line 1, column 200001',
    });
  });
});

describe('names that stand twice', () => {
  it.each([
    ['{"a":1,"b":2}', []],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":{"a":{"a":1}}}', []],
    ['{"a":"a","b":["a","a"]}', []],
    ['{"a":1,"a":1,"a":1}', ['a']],
    ['{"a":1,"A":1}', []],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['{"rules":[{}, {"trigger":{"events":[1],"legs":[],"events" :[2]}}]}', ['rules[1].trigger.events']],
    ['[[],[{"x":{}, "y":[], "x":null}],{"z":1,"z":2}]', ['[1][0].x', '[2].z']],
    ['{"a":1,"a":', ['a']],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ])('of %s are %j', (text, paths) => {
    expect(repeatedNames(text)).toEqual(paths);
  });

  it('are none in what JSON.stringify writes (seed 20260303)', () => {
    const none = fc.property(fc.json({ maxDepth: 4 }), (text) => repeatedNames(text).length === 0);
    fc.assert(none, { seed: 20260303, numRuns: 500 });
  });
});
