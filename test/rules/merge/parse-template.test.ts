import { parseTemplate } from '../../../src/rules/merge/parse-template.ts';
import { MERGE_FIELDS } from '../../../src/rules/merge/fields.ts';
import { MERGE_FUNCTIONS } from '../../../src/rules/merge/functions.ts';

const issueOf = (text: string): string => {
  const parsed = parseTemplate(text);
  return parsed.ok ? 'no issue' : parsed.issues.map(({ path, message }) => `${path}${message}`).join('; ');
};

describe('reading a template', () => {
  it('gives text and expressions in order', () => {
    expect(
      parseTemplate('Call {!upper(default(attributes[\'first name\'], "you"))} at {! event.at }.'),
    ).toEqual({
      ok: true,
      value: [
        'Call ',
        {
          kind: 'call',
          name: 'upper',
          at: 7,
          args: [
            {
              kind: 'call',
              name: 'default',
              at: 13,
              args: [
                { kind: 'field', path: ['attributes', 'first name'], at: 21 },
                { kind: 'literal', value: 'you', at: 47 },
              ],
            },
          ],
        },
        ' at ',
        { kind: 'field', path: ['event', 'at'], at: 62 },
        '.',
      ],
    });
  });

  it.each([
    ['', []],
    ['plain { text } with ! and }', ['plain { text } with ! and }']],
    ['{{!log.Id}}', ['{', { kind: 'field', path: ['log', 'Id'], at: 3 }, '}']],
    ["{!'{!'}", [{ kind: 'literal', value: '{!', at: 2 }]],
    ['{!attributes.9-lives}', [{ kind: 'field', path: ['attributes', '9-lives'], at: 2 }]],
    ['{!created.Order__c.Id}', [{ kind: 'field', path: ['created', 'Order__c', 'Id'], at: 2 }]],
  ])('reads %j', (text, value) => {
    expect(parseTemplate(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['{!', 'a field, a function or a value is missing (character 3)'],
    ['{!}', 'a field, a function or a value is missing (character 3)'],
    ['{!log.Id', '"}" is missing at the end of the merge field (character 9)'],
    ['{!log.}', 'a name is missing after "log." (character 7)'],
    ["{!attributes['x}", "the closing ' is missing (character 15)"],
    ['{!attributes[x]}', 'a quoted name is missing after "[" (character 14)'],
    ['x {!match.id}', 'unknown merge field match.id. Write match.Id (character 5)'],
    [
      '{!match.Phone}',
      'unknown merge field match.Phone. Known: match.Id, match.Name, match.Object (character 3)',
    ],
    ['{!created.Id}', 'unknown merge field created.Id. Write created.<Object>.Id (character 3)'],
    [
      '{!user.name}',
      'unknown merge field user.name. Fields begin with call, event, agent, match, created, log, attributes or variables (character 3)',
    ],
    [
      '{!constructor(log.Id)}',
      'unknown function constructor. Known: default, e164, national, date, duration, truncate, upper (character 3)',
    ],
    ['{!upper()}', 'upper takes other arguments: upper(text) (character 3)'],
    ["{!truncate(log.Id, '5')}", 'argument 2 must be a number: truncate(text, 80) (character 20)'],
    [
      '{!date(event.at, log.Id)}',
      "argument 2 must be a string: date(time) or date(time, 'dd.MM.yyyy HH:mm') (character 18)",
    ],
    [`{!${'upper('.repeat(9)}log.Id${')'.repeat(9)}}`, 'calls are nested deeper than 8 (character 57)'],
  ])('refuses %j', (text, message) => {
    expect(issueOf(text)).toBe(message);
  });

  it.each(MERGE_FIELDS.map(({ path }) => [path]))('knows the field %s', (path) => {
    expect(issueOf(`{!${path}}`)).toBe('no issue');
  });

  it('knows every function as its usage says', () => {
    const usages = Object.values(MERGE_FUNCTIONS).flatMap(({ usage }) => usage);
    const written = usages.map((usage) =>
      usage.replace(/\b(field|number|time|seconds|text)\b/, 'call.phoneNumber'),
    );
    expect(written.map((usage) => issueOf(`{!${usage}}`))).toEqual(usages.map(() => 'no issue'));
  });
});
