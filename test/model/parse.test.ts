import * as z from 'zod/mini';
import { parseWith } from '../../src/model/parse.ts';
import { parseWritten, parseWrittenOrThrow } from '../../src/model/parse-written.ts';

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), radius: z.number().check(z.positive()) }),
  z.strictObject({ kind: z.literal('polygon'), corners: z.array(z.string()).check(z.minLength(3)) }),
]);
const drawing = z.strictObject({
  title: z.string().check(z.minLength(1)),
  colour: z.optional(z.enum(['red', 'light-blue'])),
  shapes: z._default(z.array(shape), []),
  visible: z._default(z.boolean(), true),
  data: z._default(
    z.record(
      z.string().check(z.regex(/^[a-z]+$/, 'must be small letters')),
      z.union([z.string(), z.number(), z.null()]),
    ),
    {},
  ),
  either: z.optional(z.union([z.string(), z.strictObject({ text: z.string() })])),
  mixed: z.optional(z.union([z.string(), z.number()], 'must be a text or a number')),
  size: z.optional(z.number().check(z.maximum(10))),
});

const cases: readonly (readonly [unknown, string, string, string, string?])[] = [
  [{}, 'title', 'must be of type string', 'is missing; it must be of type string'],
  [{ title: '' }, 'title', 'must not be empty', 'must not be empty'],
  [7, '', 'must be of type object', 'must be of type object, not 7'],
  [null, '', 'must be of type object', 'must be of type object, not null'],
  [
    { title: 'x', colour: 'lightblue' },
    'colour',
    'must be one of "red", "light-blue"',
    'must be one of "red", "light-blue", not "lightblue"',
    'Did you mean "light-blue"?',
  ],
  [
    { title: 'x', colour: 'green' },
    'colour',
    'must be one of "red", "light-blue"',
    'must be one of "red", "light-blue", not "green"',
  ],
  [
    { title: 'x', shapes: [{ kind: 'Circle' }] },
    'shapes[0].kind',
    'must be one of "circle", "polygon"',
    'must be one of "circle", "polygon", not "Circle"',
    'Did you mean "circle"?',
  ],
  [
    { title: 'x', shapes: [{}] },
    'shapes[0].kind',
    'must be one of "circle", "polygon"',
    'is missing; it must be one of "circle", "polygon"',
  ],
  [
    { title: 'x', shapes: [{ kind: 'circle', radius: 0 }] },
    'shapes[0].radius',
    'must be more than 0',
    'must be more than 0',
  ],
  [
    { title: 'x', shapes: [{ kind: 'polygon', corners: [] }] },
    'shapes[0].corners',
    'must hold at least 3',
    'must hold at least 3',
  ],
  [{ title: 'x', size: 11 }, 'size', 'must be at most 10', 'must be at most 10'],
  [
    { title: 'x', shapes: [{ kind: 'circle', radius: '12' }] },
    'shapes[0].radius',
    'must be of type number',
    'must be of type number, not "12"',
    'Write 12 without quotes',
  ],
  [
    { title: 'x', shapes: { kind: 'circle' } },
    'shapes',
    'must be of type array',
    'must be of type array, not an object',
    'Write it as a list: [{...}]',
  ],
  [
    { title: 'x', shapes: [{ kind: 'polygon', corners: 'a' }] },
    'shapes[0].corners',
    'must be of type array',
    'must be of type array, not "a"',
    'Write it as a list: ["a"]',
  ],
  [
    { title: 'x', visible: 'No' },
    'visible',
    'must be of type boolean',
    'must be of type boolean, not "No"',
    'Write false without quotes',
  ],
  [
    { title: 'x', visible: 'perhaps' },
    'visible',
    'must be of type boolean',
    'must be of type boolean, not "perhaps"',
  ],
  [
    { title: 'x', data: { a: [] } },
    'data.a',
    'must be of type string, number or null',
    'must be of type string, number or null, not an array',
  ],
  [{ title: 'x', data: { A: 1 } }, 'data.A', 'must be small letters', 'must be small letters'],
  [{ title: 'x', data: [1] }, 'data', 'must be of type object', 'must be of type object, not an array'],
  [{ title: 'x', either: { text: 1 } }, 'either.text', 'must be of type string', 'must be of type string'],
  [
    { title: 'x', mixed: true },
    'mixed',
    'must be a text or a number',
    'must be a text or a number, not true',
  ],
  [{ title: 'x', Shapes: [] }, 'Shapes', 'unknown key', 'unknown key', 'Did you mean "shapes"?'],
  [
    { title: 'x', shapes: [{ kind: 'circle', radius: 1, weight: 2 }] },
    'shapes[0].weight',
    'unknown key',
    'unknown key',
    'Known keys: kind, radius',
  ],
  [
    { title: 'x'.repeat(80), colour: 'y'.repeat(80) },
    'colour',
    'must be one of "red", "light-blue"',
    `must be one of "red", "light-blue", not "${'y'.repeat(39)}…`,
  ],
];

describe('checking a value', () => {
  it.each(cases.map(([value, path, message]) => [value, { path, message }] as const))(
    'says of %j %j, without the value itself',
    (value, issue) => {
      expect(parseWith(drawing, value)).toEqual({ ok: false, issues: [issue] });
    },
  );

  it.each(
    cases.map(
      ([value, path, , message, fix]) =>
        [value, { path, message, ...(fix === undefined ? {} : { fix }) }] as const,
    ),
  )('says of %j, which was written by hand, %j', (value, issue) => {
    expect(parseWritten(drawing, value)).toEqual({ ok: false, issues: [issue] });
  });

  it('gives the value with its defaults', () => {
    const value = { title: 'x', shapes: [], visible: true, data: {} };
    expect([parseWith(drawing, { title: 'x' }), parseWritten(drawing, { title: 'x' })]).toEqual([
      { ok: true, value },
      { ok: true, value },
    ]);
  });

  it('can throw the first problem, with its hint', () => {
    expect(() => parseWrittenOrThrow(drawing, { title: 'x', colour: 'Red' }, 'usage', 'no drawing')).toThrow(
      'Paceline: no drawing: must be one of "red", "light-blue", not "Red" at colour. Did you mean "red"?',
    );
  });
});
