import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { WebSocket } from 'ws';
import { sha256 } from '../../scripts/build/files.ts';
import { refuseForeign } from '../../workbench/server/guard-requests.ts';
import { listen } from '../../workbench/server/listen.ts';
import { startWorkbench } from '../../workbench/server/start-workbench.ts';
import type { Workbench } from '../../workbench/server/start-workbench.ts';
import type { FromEngine } from '../../workbench/shared/socket-message.ts';
import { decodeWire, encodeWire } from '../../workbench/shared/wire-json.ts';

const ROOT = resolve(__dirname, '../..');

describe('a port that is in use', () => {
  it('is passed over for the next free one', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const listening = await listen(port, (_request, response) => response.end('ok'));
    expect(listening.port > port).toBe(true);
    expect(await (await fetch(listening.origin)).text()).toBe('ok');
    await listening.close();
    taken.close();
  });
});

describe('the workbench server', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await startWorkbench({ port: 0, quiet: true });
  }, 90_000);
  afterAll(() => workbench.stop());

  const get = async (path: string): Promise<unknown> => (await fetch(new URL(path, workbench.url))).json();
  const post = async (path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(new URL(path, workbench.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('serves exactly the component files that a deployment would send', async () => {
    const manifest = (await get('/deploy-manifest.json')) as Record<string, string>;
    const served = Object.entries((await get('/served-sources.json')) as Record<string, string>);
    const packaged = served.filter(([path]) => path.startsWith('force-app/'));
    expect(packaged.filter(([path, hash]) => manifest[path] !== hash)).toEqual([]);
    expect(packaged.map(([path]) => path)).toContain(
      'force-app/main/softphone/lwc/pacelineCore/pacelineCore.js',
    );
    const fixtures = served.map(([path]) => path).filter((path) => !path.startsWith('force-app/'));
    expect(fixtures.sort()).toEqual([
      'workbench/fixtures/lwc/workbenchEventLog/workbenchEventLog.html',
      'workbench/fixtures/lwc/workbenchEventLog/workbenchEventLog.js',
      'workbench/fixtures/lwc/workbenchProbe/workbenchProbe.html',
      'workbench/fixtures/lwc/workbenchProbe/workbenchProbe.js',
    ]);
  });

  it('refuses a session name that it would have to change', async () => {
    const message = '"two words" cannot name a session: use 1 to 40 letters, digits, hyphens or underscores.';
    expect(await post('/api/sim/view?session=two%20words', [])).toEqual({ status: 400, body: { message } });
  });

  it('serves Streams byte for byte as npm has it', async () => {
    const answer = await fetch(new URL('/resource/1/pacelineStreams', workbench.url));
    const npm = readFileSync(
      resolve(ROOT, 'node_modules/amazon-connect-streams/release/connect-streams-min.js'),
    );
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(npm));
  });

  it('points the configuration at its own CCP, for each session', async () => {
    const call = {
      className: 'PacelineConfigurationController',
      methodName: 'load',
      params: { settingName: 'Workbench' },
    };
    const urlOf = async (query: string): Promise<unknown> => {
      const { body } = await post(`/api/apex?${query}`, call);
      return (body as { setting: Record<string, unknown> }).setting['Ccp_Url'];
    };
    expect(await urlOf('session=one')).toBe(`${workbench.ccpUrl}?session=one`);
    expect(await urlOf('session=two&ccp=dead')).toBe(new URL('/dead', workbench.ccpUrl).href);
    expect(await urlOf('session=two&ccp=none')).toBe(null);
  });

  it('answers a refusal of the org in the shape of the platform', async () => {
    const { status, body } = await post('/api/apex?session=refusal', {
      className: 'Nothing',
      methodName: 'load',
      params: {},
    });
    expect({ status, body }).toEqual({
      status: 500,
      body: {
        ok: false,
        status: 500,
        statusText: 'Server Error',
        body: {
          message: 'No Apex method Nothing.load',
          exceptionType: 'System.NoAccessException',
          isUserDefinedException: false,
          stackTrace: '',
        },
      },
    });
  });

  it('cuts the connection when an answer is lost', async () => {
    await post('/api/org/fault?session=lost', { kind: 'lost-response' });
    const call = {
      className: 'PacelineConfigurationController',
      methodName: 'load',
      params: { settingName: 'Workbench' },
    };
    await expect(post('/api/apex?session=lost', call)).rejects.toThrow('fetch failed');
    expect((await post('/api/apex?session=lost', call)).status).toBe(200);
  });

  it('keeps the agents of two sessions apart', async () => {
    await post('/api/sim/world/offerInbound?session=first', [{ number: '+12025550120' }]);
    const contacts = async (session: string): Promise<number> =>
      ((await get(`/api/sim/view?session=${session}`)) as { result: { contacts: unknown[] } }).result.contacts
        .length;
    expect([await contacts('first'), await contacts('second')]).toEqual([1, 0]);
    await post('/api/sim/reset?session=first', {});
    expect(await contacts('first')).toBe(0);
  });

  it('says why the simulator refuses a verb', async () => {
    const refused = await post('/api/sim/agent/accept?session=refused', []);
    expect(refused.status).toBe(400);
    expect(await post('/api/sim/agent/fly?session=refused', [])).toEqual({
      status: 400,
      body: { message: 'The simulator has no verb agent/fly.' },
    });
  });

  it('connects a frame to the engine, and again when the engine is replaced', async () => {
    const socket = new WebSocket(
      `${new URL('/socket?session=frame', workbench.ccpUrl).href.replace('http', 'ws')}`,
      { origin: new URL(workbench.ccpUrl).origin },
    );
    const heard: string[] = [];
    let wake = (): void => undefined;
    socket.on('message', (data) => {
      const message = decodeWire(String(data)) as FromEngine;
      if (message.kind === 'wire') heard.push(message.message.event);
      if (message.kind === 'wire' && message.message.event === 'agent::update') {
        const { snapshot } = message.message.data as { snapshot: { snapshotTimestamp: unknown } };
        heard.push(snapshot.snapshotTimestamp instanceof Date ? 'a Date' : 'no Date');
      }
      wake();
    });
    const until = async (done: () => boolean): Promise<void> => {
      while (!done()) await new Promise<void>((resume) => (wake = resume));
    };
    const updates = (): number => heard.filter((event) => event === 'agent::update').length;
    await until(() => updates() > 0);
    expect(heard.slice(0, 2)).toContain('acknowledge');
    expect(heard).not.toContain('no Date');
    const before = updates();
    await post('/api/sim/reset?session=frame', {});
    await until(() => updates() > before);
    socket.send(encodeWire({ kind: 'agent', verb: 'dial', args: ['+12025550120'] }));
    const dialled = updates();
    await until(() => updates() > dialled);
    socket.close();
  });

  describe('refuses what another web page sends', () => {
    const FOREIGN = 'https://evil.example';
    const status = async (path: string, init: RequestInit): Promise<number> =>
      (await fetch(new URL(path, workbench.url), init)).status;
    const json = { 'content-type': 'application/json' };

    it.each([
      [
        'a page of another origin',
        { method: 'POST', headers: { ...json, origin: FOREIGN }, body: '{}' },
        403,
      ],
      [
        'a form, which posts text',
        { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
        405,
      ],
      ['a link or an image', { method: 'GET' }, 405],
      ['a body that is no JSON', { method: 'POST', headers: json, body: '{' }, 400],
      ['a body without end', { method: 'POST', headers: json, body: 'x'.repeat(5 * 1024 * 1024) }, 413],
    ])('%s', async (_what, init, expected) => {
      expect(await status('/api/org/reset?session=guarded', init)).toBe(expected);
    });

    it('under a name that leads to this machine', () => {
      const ask = (host: string): string | null => refuseForeign({ headers: { host } }, 3333);
      expect([ask('127.0.0.1:3333'), ask('localhost:3333')]).toEqual([null, null]);
      expect(ask('evil.example:3333')).toBe(
        'The workbench answers under 127.0.0.1:3333 only, not under evil.example:3333.',
      );
      expect(ask('127.0.0.1:80')).not.toBeNull();
    });

    it('and calls that are none', async () => {
      for (const path of ['constructor', 'toString', '__proto__', 'sim/agent/constructor']) {
        const init = { method: 'POST', headers: json, body: '{}' };
        expect([400, 404]).toContain(await status(`/api/${path}?session=guarded`, init));
      }
      expect(await post('/api/org/admin?session=guarded', { verb: 'constructor', args: [] })).toEqual({
        status: 404,
        body: { ok: false, status: 404, statusText: 'Not Found', body: { message: 'No verb constructor' } },
      });
    });

    it.each([
      ['of another origin', FOREIGN],
      ['of no origin', undefined],
    ])('sockets %s', async (_what, origin) => {
      const socket = new WebSocket(
        new URL('/socket?session=guarded', workbench.ccpUrl).href.replace('http', 'ws'),
        origin === undefined ? {} : { origin },
      );
      const refused = await new Promise<string>((resolve) => {
        socket.on('error', (error) => resolve(error.message));
        socket.on('open', () => resolve('open'));
      });
      expect(refused).toContain('401');
    });

    it.each([
      ['{', () => workbench.ccpUrl],
      ['null', () => workbench.ccpUrl],
      ['{"kind":"agent","verb":"constructor","args":[]}', () => workbench.ccpUrl],
      ['{', () => workbench.dialerUrl],
    ])('and a socket that says %s is answered or closed, and nothing stops', async (text, url) => {
      const socket = new WebSocket(new URL('/socket?session=guarded', url()).href.replace('http', 'ws'), {
        origin: new URL(url()).origin,
      });
      const answered = new Promise<string>((resolve) => {
        socket.on('message', (data) => {
          if (String(data).includes('"refused"')) resolve('refused');
        });
        socket.on('close', () => resolve('closed'));
      });
      await new Promise((resolve) => socket.on('open', resolve));
      socket.send(text);
      expect(['refused', 'closed']).toContain(await answered);
      socket.terminate();
      expect((await post('/api/sim/view?session=guarded', [])).status).toBe(200);
    });
  });
});
