import { parseTemplate } from '../../../src/rules/merge/parse-template.ts';
import { resolveTemplate } from '../../../src/rules/merge/resolve-template.ts';
import { CONTACT_MATCH, endedCall, sampleEvent, sampleScope } from '../sample-call.ts';

const scope = sampleScope({
  call: endedCall({
    attributes: { name: 'Pat', blank: ' ', number: '020 7946 0123', long: 'ab😀cd' },
    variables: { 'list name': 'gold' },
  }),
  event: sampleEvent('hvoc.inbound.inbound.dropped', { at: Date.UTC(2026, 2, 2, 23, 30, 5) }),
  match: CONTACT_MATCH,
  created: { Case: '500000000000001AAA' },
  interactionId: 'a00000000000001AAA',
});

function resolve(text: string, timeZone = 'UTC') {
  const parsed = parseTemplate(text);
  return resolveTemplate(parsed.ok ? parsed.value : [], scope, { defaultCountry: 'US', timeZone });
}

describe('resolving a template', () => {
  it.each([
    ['plain', 'plain'],
    ['{!call.phoneNumber}', '+12025550143'],
    ['{!call.queue}', 'Service'],
    ['{!call.talkSeconds}', 55],
    ['{!call.durationSeconds}', 65],
    ['{!call.ringSeconds}', 5],
    ['{!call.afterCallSeconds}', 20],
    ['{!call.answered}', true],
    ['{!call.connectedAt}', '2026-03-02T09:00:05.000Z'],
    ["{!attributes.name} / {!variables['list name']}", 'Pat / gold'],
    ['{!match.Id} {!match.Name} {!match.Object}', '003000000000001AAA Pat Sample Contact'],
    ['{!created.Case.Id}', '500000000000001AAA'],
    ['{!log.Id}', 'a00000000000001AAA'],
    ['{!agent.name}', 'Robin Example'],
    ['{!event.at}', '2026-03-02T23:30:05.000Z'],
    ["{!default(attributes.blank, 'none')}", 'none'],
    ['{!default(attributes.gone, default(attributes.blank, 7))}', 7],
    ['{!national(call.phoneNumber)}', '(202) 555-0143'],
    ["{!e164(attributes.number, 'GB')}", '+442079460123'],
    ['{!date(event.at)}', '2026-03-02'],
    ["{!date(event.at, 'dd.MM.yyyy HH:mm:ss')}", '02.03.2026 23:30:05'],
    ['{!duration(call.durationSeconds)}', '1:05'],
    ['{!duration(3723)}', '1:02:03'],
    ['{!truncate(attributes.long, 4)}', 'ab…'],
    ['{!truncate(attributes.long, 5)}', 'ab😀…'],
    ['{!truncate(attributes.name, 3)}', 'Pat'],
    ['{!upper(attributes.name)}', 'PAT'],
  ])('%s is %j', (text, value) => {
    expect(resolve(text)).toEqual({ value, text: String(value), empties: [] });
  });

  it.each([
    ['{!attributes.gone}', null, '', ['attributes.gone']],
    ['{!attributes.blank}', null, ' ', ['attributes.blank']],
    ['a{!log.TaskId}b', 'ab', 'ab', ['log.TaskId']],
    ['{!created.Lead.Id}{!created.Lead.Id}', null, '', ['created.Lead.Id']],
    ['{!e164(attributes.name)}', null, '', ['e164()']],
    ['{!duration(attributes.name)}', null, '', ['duration()']],
    ['{!date(attributes.name)}', null, '', ['date()']],
    ['{!default(attributes.gone, attributes.blank)}', null, ' ', ['attributes.blank']],
    [
      '{!attributes.__proto__}{!attributes.constructor}',
      null,
      '',
      ['attributes.__proto__', 'attributes.constructor'],
    ],
  ])('%s names its empty fields', (text, value, plain, empties) => {
    expect(resolve(text)).toEqual({ value, text: plain, empties });
  });

  it('writes dates in the time zone, and in UTC when there is no such zone', () => {
    const text = "{!date(event.at, 'yyyy-MM-dd HH:mm')}";
    expect([resolve(text, 'Europe/Berlin').text, resolve(text, 'Mars/Base').text]).toEqual([
      '2026-03-03 00:30',
      '2026-03-02 23:30',
    ]);
  });

  it('does not resolve merge fields that a value brings along', () => {
    const nested = { ...scope, call: endedCall({ attributes: { evil: '{!agent.name}' } }) };
    const parsed = parseTemplate('{!attributes.evil}');
    const environment = { defaultCountry: null, timeZone: 'UTC' };
    expect(resolveTemplate(parsed.ok ? parsed.value : [], nested, environment).text).toBe('{!agent.name}');
  });
});
