import type { WireMessage } from '../../src/model/snapshot.ts';
import { createCcpEngine } from '../../src/simulator/index.ts';
import type { CcpEngine, CcpPort, SdkMessage } from '../../src/simulator/index.ts';
import { createCountingIds, createManualClock } from '../support/ccp-clock.ts';
import { startCcp } from '../support/ccp-picture.ts';
import { connectInNode } from '../support/ccp-streams.ts';

interface RawPage {
  readonly port: CcpPort;
  readonly received: WireMessage[];
  names(): string[];
}

function startEngine(): CcpEngine {
  return createCcpEngine({ clock: createManualClock(), ids: createCountingIds() });
}

function connectRaw(engine: CcpEngine): RawPage {
  const received: WireMessage[] = [];
  const port = engine.connect((message) => received.push(message));
  return { port, received, names: () => received.map((message) => message.event) };
}

describe('the pages of a simulated CCP', () => {
  it('are acknowledged with their id, told how many they are, and sent the state', () => {
    const engine = startEngine();
    const first = connectRaw(engine);
    const second = connectRaw(engine);
    expect(first.names()).toEqual([
      'acknowledge',
      'update_connected_ccps',
      'agent::update',
      'update_connected_ccps',
      'agent::update',
    ]);
    expect(second.received.slice(0, 2)).toEqual([
      { event: 'acknowledge', data: { id: second.port.id } },
      { event: 'update_connected_ccps', data: { length: 2 } },
    ]);
    expect(engine.view().pages).toBe(2);
  });

  it('get a fresh copy of every update, with Dates', () => {
    const engine = startEngine();
    const page = connectRaw(engine);
    engine.world.publishDuplicate();
    const [a, b] = page.received.filter((message) => message.event === 'agent::update');
    const timeOf = (message: WireMessage | undefined): unknown =>
      (message?.data as { snapshot: { state: { startTimestamp: unknown } } }).snapshot.state.startTimestamp;
    expect(timeOf(a)).toBeInstanceOf(Date);
    expect(timeOf(a)).not.toBe(timeOf(b));
    expect(a).toEqual(b);
  });

  it('are acknowledged without data when they synchronize', () => {
    const engine = startEngine();
    const page = connectRaw(engine);
    page.port.receive({ event: 'synchronize' });
    expect(page.received.at(-1)).toEqual({ event: 'acknowledge' });
  });

  it('see what each other broadcasts, internal logs apart', () => {
    const engine = startEngine();
    const first = connectRaw(engine);
    const second = connectRaw(engine);
    first.port.receive({ event: 'broadcast', data: { event: 'server_bound_internal_log', data: 1 } });
    first.port.receive({ event: 'broadcast', data: { event: 'custom', data: { a: 1 } } });
    expect([first.received.at(-1), second.received.at(-1)]).toEqual([
      { event: 'custom', data: { a: 1 } },
      { event: 'custom', data: { a: 1 } },
    ]);
  });

  it('are told when one of them terminates the session', () => {
    const engine = startEngine();
    const first = connectRaw(engine);
    const second = connectRaw(engine);
    first.port.receive({ event: 'terminate' });
    expect(second.received.at(-1)).toEqual({ event: 'terminated' });
  });

  it('hear no more after they closed, and free their topics', () => {
    const engine = startEngine();
    const clock = createManualClock();
    const first = connectInNode(engine, clock);
    const second = connectInNode(engine, clock);
    const masters: string[] = [];
    const ask = (name: string, ccp: typeof first): void =>
      ccp.connect.ifMaster(
        'topic',
        () => masters.push(`${name} yes`),
        () => masters.push(`${name} no`),
      );
    ask('first', first);
    ask('second', second);
    first.port.receive({ event: 'close' });
    ask('second', second);
    expect(masters).toEqual(['first yes', 'second no', 'second yes']);
    expect(engine.view().pages).toBe(1);
  });

  it('can take a topic over', () => {
    const engine = startEngine();
    const clock = createManualClock();
    const first = connectInNode(engine, clock);
    const second = connectInNode(engine, clock);
    const masters: string[] = [];
    first.connect.becomeMaster('topic', () => masters.push('first'));
    second.connect.becomeMaster('topic', () => masters.push('second'));
    first.connect.ifMaster(
      'topic',
      () => masters.push('first still'),
      () => masters.push('first no more'),
    );
    expect(masters).toEqual(['first', 'second', 'first no more']);
  });

  it('are in step: what one page does, the other sees', () => {
    const engine = startEngine();
    const clock = createManualClock();
    const first = connectInNode(engine, clock);
    const second = connectInNode(engine, clock);
    engine.world.offerInbound();
    first.contact().accept();
    expect(second.contact().getState().type).toBe('connected');
    expect(second.events.filter((event) => event.startsWith('contact::accepted')).length).toBe(2);
  });

  it('are cut off one by one or all, and brought back with the present state', () => {
    const engine = startEngine();
    const first = connectRaw(engine);
    const second = connectRaw(engine);
    engine.world.severLink(first.port.id);
    const before = [first.received.length, second.received.length];
    engine.world.offerInbound();
    first.port.receive({ event: 'synchronize' });
    expect([first.received.length, second.received.length]).toEqual([before[0], (before[1] ?? 0) + 1]);
    expect(engine.view().link).toBe('up');
    engine.world.severLink();
    expect(engine.view().link).toBe('down');
    engine.world.restoreLink();
    expect(first.received.at(-1)?.event).toBe('agent::update');
  });

  it('reload as Streams does: first sight and the present state only', () => {
    const engine = startEngine();
    const clock = createManualClock();
    const first = connectInNode(engine, clock);
    engine.world.offerInbound({ contactId: 'c1' });
    engine.agent.accept();
    first.port.disconnect();
    const second = connectInNode(engine, clock);
    expect(second.events.filter((event) => event.startsWith('contact'))).toEqual([
      'contact::init',
      'contact::connected',
      'contact::connected::c1',
      'contact::refresh',
      'contact::refresh::c1',
    ]);
  });
});

describe('the SDK channel', () => {
  const request = (command: string, contactId: string): SdkMessage => ({
    type: 'request',
    namespace: 'aws.connect.contact',
    command,
    requestId: 'r1',
    data: { contactId },
  });
  const answered = (data: unknown): SdkMessage => ({
    type: 'response',
    namespace: 'aws.connect.contact',
    requestId: 'r1',
    isError: false,
    data,
  });

  it('shakes hands, answers the preview commands, and refuses others', () => {
    const { engine, port, clock } = startCcp();
    engine.world.offerPreview({ contactId: 'p1', autoDialTimeout: 30 });
    expect(port.sdk({ type: 'cross-domain-site-ready', providerId: 'x' })).toEqual({
      type: 'acknowledge',
      connectionId: expect.any(String) as string,
      status: { initialized: true, startTime: clock.now() },
      healthCheckInterval: 0,
    });
    expect(port.sdk(request('contact/isPreviewMode', 'p1'))).toEqual(answered({ isPreviewMode: true }));
    expect(port.sdk(request('contact/getPreviewConfiguration', 'p1'))).toEqual(
      answered({ autoDialTimeout: 30, canDiscardPreview: true }),
    );
    expect(port.sdk(request('contact/engagePreviewContact', 'p1'))).toEqual({
      type: 'response',
      namespace: 'aws.connect.contact',
      requestId: 'r1',
      isError: true,
      errorKey: 'InvalidStateException',
      reason: 'contact p1 is incoming, which does not allow: engage',
      details: { command: 'contact/engagePreviewContact' },
    });
    expect(port.sdk(request('contact/transfer', 'p1'))?.['errorKey']).toBe('noSuchCommand');
    expect(port.sdk({ type: 'log' })).toBe(null);
  });

  it('publishes hold and resume to a page that subscribed to that leg', () => {
    const { engine, port } = startCcp();
    const published: unknown[] = [];
    const contactId = engine.world.offerInbound();
    engine.agent.accept();
    const legId = engine.view().contacts[0]?.legs[1]?.legId ?? '';
    const topic = { namespace: 'aws.connect.voice', key: 'voice/participantHold', parameter: legId };
    port.onSdkPublish((message) => published.push(message));
    engine.agent.hold();
    engine.agent.resume();
    port.sdk({ type: 'subscribe', topic, handlerId: 'h1' });
    engine.agent.hold();
    engine.agent.resume();
    expect(published).toEqual([{ type: 'publish', topic, data: { contactId, participantId: legId } }]);
  });
});
