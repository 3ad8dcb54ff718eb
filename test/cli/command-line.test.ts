import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPaceline } from './run-paceline.ts';
import type { Paceline } from './run-paceline.ts';

const SCENARIOS = join(__dirname, '..', 'scenarios');
const RECORDING = join(SCENARIOS, 'hvoc-inbound-customer-hangs-up.recording.json');
const RULES = join(__dirname, '..', '..', 'examples', 'rules', 'recommended-hvoc.json');

let paceline: Paceline;
beforeAll(() => {
  paceline = buildPaceline();
});
afterAll(() => paceline.remove());

function file(name: string, content: string | Buffer): string {
  const path = join(paceline.folder, name);
  writeFileSync(path, content);
  return path;
}

const typesOf = (out: string): string[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { type: string }).type);

describe('what cannot be used is refused with exit code 2 and one line', () => {
  const entry = (value: unknown): string => JSON.stringify([{ reload: true }, value]);
  const contact = (value: object): string =>
    entry({ snapshot: { state: { name: 'Busy', type: 'system' }, contacts: [value] } });
  const refusals: [what: string, content: string | Buffer, message: string][] = [
    ['an empty file', '', 'the recording cannot be read: the file is empty at FILE'],
    [
      'a binary file',
      Buffer.from([1, 0, 2]),
      'the recording cannot be read: the file is binary, not text at FILE',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from([34, 255, 34]),
      'the recording cannot be read: the file is not UTF-8 text at FILE',
    ],
    ['an object', '{}', 'the recording cannot be read: must be an array'],
    ['an entry that is no object', entry(5), 'entry 1 cannot be read: must be an object at [1]'],
    [
      'an entry without a key',
      entry({ at: 1 }),
      'entry 1 cannot be read: has none of the keys agentUpdate, snapshot, dialer, reload, observation at [1]',
    ],
    [
      'an entry with two keys',
      entry({ reload: true, dialer: {} }),
      'entry 1 cannot be read: has two keys, dialer and reload; give it one at [1]',
    ],
    [
      'a reload that is not true',
      entry({ reload: 'yes' }),
      'entry 1 cannot be read: must be true at [1].reload',
    ],
    [
      'a wrong time',
      entry({ at: 'yesterday', reload: true }),
      'entry 1 cannot be read: must be a time: ISO 8601, epoch milliseconds or epoch seconds at [1].at',
    ],
    [
      'an update without a snapshot',
      entry({ agentUpdate: {} }),
      'entry 1 cannot be read: must be an object at [1].agentUpdate.snapshot',
    ],
    [
      'a snapshot without a state',
      entry({ snapshot: {} }),
      'entry 1 cannot be read: must be an object at [1].snapshot.state',
    ],
    [
      'a snapshot without contacts',
      entry({ snapshot: { state: { name: 'Busy' } } }),
      'entry 1 cannot be read: must be an array at [1].snapshot.contacts',
    ],
    [
      'a contact without an id',
      contact({ type: 'voice' }),
      'entry 1 cannot be read: must be text at [1].snapshot.contacts[0].contactId',
    ],
    [
      'a state that is a number',
      contact({ contactId: 'a', state: 5 }),
      'entry 1 cannot be read: must be an object at [1].snapshot.contacts[0].state',
    ],
    ['an entry that is null', '[{"reload":true},null]', 'entry 1 cannot be read: must be an object at [1]'],
    [
      'a leg that is null',
      contact({ contactId: 'a', connections: [null] }),
      'entry 1 cannot be read: must be an object at [1].snapshot.contacts[0].connections[0]',
    ],
    [
      'a wrong time deep inside',
      contact({ contactId: 'a', connections: [{ state: { type: 'hold', timestamp: [] } }] }),
      'entry 1 cannot be read: must be a time: ISO 8601, epoch milliseconds or epoch seconds at [1].snapshot.contacts[0].connections[0].state.timestamp',
    ],
    [
      'an observation without contacts',
      entry({ observation: { at: 1, agent: { id: 'a', name: null, state: null } } }),
      'entry 1 cannot be read: must be of type array at [1].observation.contacts',
    ],
  ];

  it.each(refusals)('%s', (_what, content, message) => {
    const path = file('refused.json', content);
    const run = paceline.run('replay', path);
    expect(run).toEqual({ code: 2, out: '', err: `Paceline: ${message.replace('FILE', path)}\n` });
  });

  it('text that is not JSON, with line and column', () => {
    const path = file('refused.json', '[\n  {"a":\n oops');
    expect(paceline.run('replay', path)).toEqual({
      code: 2,
      out: '',
      err: `Paceline: the recording cannot be read: it is not JSON: a value was expected at line 3, column 2 at ${path}\n`,
    });
  });

  it('a path that does not exist, and a directory', () => {
    const missing = join(paceline.folder, 'missing.json');
    const directory = join(paceline.folder, 'directory');
    mkdirSync(directory);
    expect(paceline.run('replay', missing).err).toBe(
      `Paceline: the recording cannot be read: there is no such file at ${missing}\n`,
    );
    expect(paceline.run('replay', directory)).toEqual({
      code: 2,
      out: '',
      err: `Paceline: the recording cannot be read: this is a directory, not a file at ${directory}\n`,
    });
  });

  it.each([
    ['{"tether":{"stile":"standing"}}', 'unknown key at tether.stile. Did you mean "style"?'],
    [
      '{"__proto__":{"setup":"tethered"}}',
      'unknown key at __proto__. Known keys: setup, pacingAttribute, queuePacing, tether, answerSignal, queueCallbackPacing',
    ],
    [
      '{"queuePacing":{"Sales":"turbo"}}',
      'must be one of "preview", "direct-preview", "progressive", "predictive", "manual-outbound", "inbound", "tether", not "turbo" at queuePacing.Sales',
    ],
    ['{"pacingAttribute":""}', 'must not be empty at pacingAttribute'],
    ['[]', 'must be of type object, not an array'],
  ])('the settings %s', (content, message) => {
    const run = paceline.run('replay', RECORDING, '--settings', file('settings.json', content));
    expect(run).toEqual({ code: 2, out: '', err: `Paceline: The settings cannot be used: ${message}\n` });
  });

  it('rules that are no ruleset', () => {
    const rules = file('rules.json', '5');
    expect(paceline.run('replay', RECORDING, '--rules', rules).code).toBe(2);
    expect(paceline.run('lint', rules).code).toBe(2);
  });

  const usage: [argv: string[], message: string][] = [
    [[], 'a command is missing'],
    [['sing'], 'there is no command "sing"'],
    [['replay'], 'the recording is missing'],
    [['lint'], 'the file with the rules is missing'],
    [['replay', 'a', 'b'], 'one file at a time, "b" is one too many'],
    [['replay', 'a', '--format', 'xml'], '--format is ndjson or table, not "xml"'],
    [
      ['replay', 'a', '--pacing', 'turbo'],
      '--pacing is one of preview, direct-preview, progressive, predictive, manual-outbound, inbound, not "turbo"',
    ],
    [['replay', 'a', '--loud'], "Unknown option '--loud'"],
  ];
  it.each(usage)('arguments %j', (argv, message) => {
    expect(paceline.run(...argv)).toEqual({
      code: 2,
      out: '',
      err: `Paceline: ${message}. See paceline --help\n`,
    });
  });
});

describe('what the command prints', () => {
  it('nothing for an empty recording', () => {
    expect(paceline.run('replay', file('empty.json', '[]'))).toEqual({
      code: 0,
      out: '',
      err: '0 entries, 0 events\n',
    });
  });

  it('a table', () => {
    const run = paceline.run('replay', RECORDING, '--format', 'table');
    expect(run.out).toBe(
      [
        'time (UTC)    tuple                            leg      cause            call       remarks',
        '08:00:01.000  hvoc.inbound.inbound.connecting  primary  call-offered     …0000000a',
        '08:00:03.000  hvoc.inbound.inbound.connected   primary  agent-accepted   …0000000a',
        '08:00:11.000  hvoc.inbound.inbound.acw         primary  call-ended       …0000000a  ended by customer',
        '08:00:15.000  hvoc.inbound.inbound.dropped     primary  contact-cleared  …0000000a',
        '',
      ].join('\n'),
    );
  });

  it('the reasons with --trace, between the events', () => {
    const run = paceline.run('replay', RECORDING, '--trace');
    const unlisted = run.out
      .split('\n')
      .filter((line) => line.includes('"kind":"unlisted"'))
      .map((line) => (JSON.parse(line) as { data: { lookedUp: string } }).data.lookedUp);
    expect(unlisted).toEqual(['hvoc.inbound.inbound.hold', 'hvoc.inbound.inbound.resume']);
  });

  it('a plan after each event with --rules', () => {
    const run = paceline.run('replay', RECORDING, '--rules', RULES);
    expect(typesOf(run.out)).toEqual(['event', 'plan', 'event', 'plan', 'event', 'plan', 'event', 'plan']);
  });

  it('the events of a downloaded CCP log, with the pacing that its masked attributes lost', () => {
    const recording = JSON.parse(
      readFileSync(join(SCENARIOS, 'hvoc-reload-during-the-call.recording.json'), 'utf8'),
    ) as { at: string; agentUpdate?: { snapshot: { contacts: object[] } } }[];
    const log = recording.flatMap(({ at, agentUpdate }) => {
      if (agentUpdate === undefined) return [];
      const contacts = agentUpdate.snapshot.contacts.map((contact) => ({
        ...contact,
        attributes: '[redacted]',
      }));
      const objects = [{ snapshot: { ...agentUpdate.snapshot, contacts } }];
      const line = { component: 'SharedWorker', level: 'INFO', time: at, exception: null };
      return [
        { ...line, text: 'Polling.', objects: [] },
        { ...line, text: 'GET_AGENT_SNAPSHOT succeeded.', objects },
      ];
    });
    const tuples = (...options: string[]): string[] =>
      paceline
        .run('replay', file('agent-log.txt', JSON.stringify(log)), ...options)
        .out.split('\n')
        .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { tuple: string }).tuple]));
    expect(tuples('--pacing', 'Progressive')).toEqual([
      'hvoc.progressive.outbound.connected',
      'hvoc.progressive.outbound.hold',
      'hvoc.progressive.outbound.resume',
      'hvoc.progressive.outbound.acw',
      'hvoc.progressive.outbound.dropped',
    ]);
    expect(tuples()).toEqual([
      'hvoc.inbound.inbound.connected',
      'hvoc.inbound.inbound.acw',
      'hvoc.inbound.inbound.dropped',
    ]);
  });

  it('help and version', () => {
    expect(paceline.run('--help').out.split('\n')[0]).toBe(
      'paceline replay <recording> [options]   what a recording would have led to',
    );
    const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(paceline.run('--version').out).toBe(`${version}\n`);
  });
});

describe('large outputs', () => {
  function manyEntries(count: number): string {
    const entries = Array.from({ length: count }, (_, index) => ({
      at: 1_777_881_600_000 + index * 1000,
      dialer: {
        channel: 'Amazon',
        topic: 'OutboundCall',
        subtopic: 'OutboundCallStateChange',
        message: {
          call: { id: `m-${index}`, CallType: 'Regular-Call', event: 'Preview', CallVariables: {} },
        },
      },
    }));
    return JSON.stringify(entries);
  }

  it('are complete before the command ends, also through a slow pipe', () => {
    const recording = file('large.json', manyEntries(20_000));
    const run = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${paceline.main}" replay "${recording}" | (sleep 1; wc -l)`],
      { encoding: 'utf8' },
    );
    expect(run.stdout.trim()).toBe('20000');
  });

  it('end quietly when the reader goes away', async () => {
    const recording = file('large.json', manyEntries(20_000));
    const child = spawn(process.execPath, [paceline.main, 'replay', recording]);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(err).toBe('');
  });
});
