import type {
  StreamsAgent,
  StreamsApi,
  StreamsConduit,
  StreamsConnection,
  StreamsContact,
  StreamsEventBus,
  StreamsLog,
} from '../../src/streams/streams-port.ts';
import { startCcp } from '../support/ccp-picture.ts';
import { createManualClock } from '../support/ccp-clock.ts';
import { createStreamsRealm } from '../support/ccp-streams.ts';

type Names<T> = readonly (keyof T & string)[];

const missing = (object: unknown, names: readonly string[]): string[] =>
  names.filter((name) => typeof (object as Record<string, unknown>)[name] !== 'function');

describe("the port's names in the real library", () => {
  it('exist on the global and its core', () => {
    const { connect } = createStreamsRealm(createManualClock());
    const core: Names<StreamsApi['core']> = [
      'initCCP',
      'terminate',
      'getEventBus',
      'getUpstream',
      'getSDKClientConfig',
      'getSkew',
    ];
    expect(missing(connect, ['agent', 'getLog'] satisfies Names<StreamsApi>)).toEqual([]);
    expect(missing(connect.getLog(), ['setEchoLevel'] satisfies Names<StreamsLog>)).toEqual([]);
    expect(connect.LogLevel.CRITICAL).toBe('CRITICAL');
    expect(missing(connect.core, core)).toEqual([]);
    expect(() => connect.core.getSDKClientConfig()).toThrow('Provider is not initialized');
    expect(connect.core.upstream).toBe(null);
    expect(connect.core.keepaliveManager).toBe(undefined);
    const { KeepaliveManager } = connect as unknown as { KeepaliveManager: { prototype: unknown } };
    expect(missing(KeepaliveManager.prototype, ['_deferStart', 'start'])).toEqual([]);
  });

  it('exist on the agent, a contact, a connection, the bus and the conduit', () => {
    const ccp = startCcp();
    ccp.engine.world.offerInbound();
    const agent: Names<StreamsAgent> = ['getConfiguration', 'getState', 'getContacts'];
    const contact: Names<StreamsContact> = [
      'getContactId',
      'getInitialContactId',
      'getType',
      'getState',
      'getQueue',
      'getInitiationMethod',
      'getAttributes',
      'getConnections',
    ];
    const connection: Names<StreamsConnection> = [
      'getConnectionId',
      'getType',
      'getState',
      'isInitialConnection',
      'getEndpoint',
      'getQuickConnectName',
    ];
    expect(missing(ccp.agent(), agent)).toEqual([]);
    expect(missing(ccp.contact(), contact)).toEqual([]);
    expect(missing(ccp.contact().getConnections()[0], connection)).toEqual([]);
    expect(missing(ccp.connect.core.getEventBus(), ['subscribe'] satisfies Names<StreamsEventBus>)).toEqual(
      [],
    );
    expect(
      missing(ccp.connect.core.getUpstream(), ['sendUpstream', 'shutdown'] satisfies Names<StreamsConduit>),
    ).toEqual([]);
  });

  it('name the bus events as the source subscribes to them', () => {
    const { connect } = createStreamsRealm(createManualClock());
    const { EventType } = connect as unknown as { EventType: Record<string, string> };
    expect([
      EventType['ACKNOWLEDGE'],
      EventType['SYNCHRONIZE'],
      EventType['TERMINATED'],
      EventType['AUTH_FAIL'],
      EventType['ACCESS_DENIED'],
      connect.AgentEvents['REFRESH'],
    ]).toEqual(['acknowledge', 'synchronize', 'terminated', 'auth_fail', 'access_denied', 'agent::refresh']);
  });
});
