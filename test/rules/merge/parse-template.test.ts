import { parseTemplate } from '../../../src/rules/merge/parse-template.ts';
import { MERGE_FIELDS } from '../../../src/rules/merge/fields.ts';
import { MERGE_FUNCTIONS } from '../../../src/rules/merge/functions.ts';

const issueOf = (text: string): string => {
  const parsed = parseTemplate(text);
  return parsed.ok
    ? 'no issue'
    : parsed.issues
        .map(({ path, message, fix }) => `${path}${message}${fix === undefined ? '' : `. ${fix}`}`)
        .join('; ');
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
    ['x {!match.id}', 'unknown merge field match.id (character 5). Write match.Id'],
    [
      '{!match.Phone}',
      'unknown merge field match.Phone (character 3). Known fields: match.Id, match.Name, match.Object',
    ],
    ['{!created.Id}', 'unknown merge field created.Id (character 3). Write created.<Object>.Id'],
    [
      '{!user.name}',
      'unknown merge field user.name (character 3). Fields begin with call, event, agent, match, created, log, attributes or variables',
    ],
    [
      '{!constructor(log.Id)}',
      'unknown function constructor (character 3). Known functions: default, e164, national, date, duration, truncate, upper',
    ],
    ['{!upper()}', 'upper takes other arguments: upper(text) (character 3)'],
    [
      "{!truncate(log.Id, '5')}",
      'argument 2 of truncate must be a number: truncate(text, 80) (character 20)',
    ],
    [
      '{!date(event.at, log.Id)}',
      "argument 2 of date must be a string: date(time) or date(time, 'dd.MM.yyyy HH:mm') (character 18)",
    ],
    [
      '{!call.duration}',
      'unknown merge field call.duration (character 3). Did you mean call.durationSeconds?',
    ],
    ['{!attribute.x}', 'unknown merge field attribute.x (character 3). Write attributes.x'],
    [
      '{!attributes.a.b}',
      "unknown merge field attributes.a.b (character 3). Write attributes.name or attributes['any name']",
    ],
    ["{!uper('x')}", 'unknown function uper (character 3). Did you mean upper?'],
    [
      "{!date(event.at,'DD/MM/YYYY')}",
      "argument 2 of date must be a pattern of the letters yyyy MM dd HH mm ss, not 'DD/MM/YYYY' (character 17). Did you mean 'dd/MM/yyyy'?",
    ],
    [
      "{!date(event.at,'d.M.yy h:mm')}",
      "argument 2 of date must be a pattern of the letters yyyy MM dd HH mm ss, not 'd.M.yy h:mm' (character 17). Did you mean 'dd.MM.yyyy HH:mm'?",
    ],
    [
      "{!date(event.at,'HH:mm Uhr')}",
      "argument 2 of date must be a pattern of the letters yyyy MM dd HH mm ss, not 'HH:mm Uhr' (character 17). Write words outside of the merge field",
    ],
    [
      "{!date(event.at,'/')}",
      "argument 2 of date must be a pattern of the letters yyyy MM dd HH mm ss, not '/' (character 17). Write words outside of the merge field",
    ],
    [
      '{!truncate(attributes.x, -3)}',
      'argument 2 of truncate must be a whole number of at least 1, not -3 (character 26)',
    ],
    [
      '{!truncate(attributes.x, 2.5)}',
      'argument 2 of truncate must be a whole number of at least 1, not 2.5 (character 26)',
    ],
    [
      "{!e164(call.phoneNumber,'United Kingdom')}",
      "argument 2 of e164 must be the two-letter code of a country, as 'GB', not 'United Kingdom' (character 25)",
    ],
    [
      "{!national(call.phoneNumber,'UK')}",
      "argument 2 of national must be the two-letter code of a country, as 'GB', not 'UK' (character 29). Did you mean 'GB'?",
    ],
    [
      '{!e164(call.phoneNumber, 44)}',
      "argument 2 of e164 must be a string: e164(number) or e164(number, 'GB') (character 26)",
    ],
    [`{!${'upper('.repeat(9)}log.Id${')'.repeat(9)}}`, 'calls are nested deeper than 8 (character 57)'],
  ])('refuses %j', (text, message) => {
    expect(issueOf(text)).toBe(message);
  });

  it.each([
    ["{!date(event.at, 'yyyy-MM-ddTHH:mm:ss')}"],
    ["{!date(event.at, '')}"],
    ["{!date(event.at, 'HH:mm')} Uhr"],
    ['{!truncate(attributes.x, 1)}'],
    ["{!e164(call.phoneNumber, 'gb')}"],
    ['{!national(call.phoneNumber, attributes.country)}'],
  ])('takes %s', (text) => {
    expect(issueOf(text)).toBe('no issue');
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
