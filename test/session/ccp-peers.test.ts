import { createCcpPeers } from '../../src/session/ccp-peers.ts';
import type { CcpPeers } from '../../src/session/ccp-peers.ts';
import type { TabLink } from '../../src/session/tab-link.ts';
import type { TabMessage } from '../../src/session/tab-messages.ts';

interface Bench {
  readonly peers: CcpPeers;
  readonly posted: TabMessage[];
  hear(message: TabMessage, from?: string): void;
  heardOf(): number;
}

function createBench(): Bench {
  const posted: TabMessage[] = [];
  const handlers: Parameters<TabLink['listen']>[0][] = [];
  let heard = 0;
  const link: TabLink = {
    tabId: 'own',
    post: (message) => void posted.push(message),
    hasOthers: () => true,
    listen: (handler) => void handlers.push(handler),
    stop: () => undefined,
  };
  const peers = createCcpPeers(link, () => (heard += 1));
  return {
    peers,
    posted,
    hear: (message, from = 'other') => handlers.forEach((handler) => handler(message, from)),
    heardOf: () => heard,
  };
}

const READY = { type: 'ccp', ready: true } as const;
const NOT_READY = { type: 'ccp', ready: false } as const;

test.each([
  ['unreachable', true],
  ['lost', true],
  ['login-needed', true],
  ['loading', false],
  ['ready', false],
  ['not-configured', false],
] as const)('a tab whose CCP is %s is worse than one whose CCP works: %s', (kind, worse) => {
  const { peers, hear } = createBench();
  peers.report(kind);
  const alone = peers.isWorse();
  hear(READY);
  expect([alone, peers.isWorse()]).toEqual([false, worse]);
});

test.each([
  ['was closed', { type: 'bye' }],
  ['lost its CCP, too', NOT_READY],
] as const)('a tab that %s is better no more', (_what, message) => {
  const { peers, hear } = createBench();
  peers.report('lost');
  hear(READY, 'one');
  hear(READY, 'two');
  hear(message, 'one');
  expect(peers.isWorse()).toBe(true);
  hear(message, 'two');
  expect(peers.isWorse()).toBe(false);
});

test('a tab says once that its CCP works and once that it does not, and repeats the former for newcomers', () => {
  const { peers, posted, hear } = createBench();
  hear({ type: 'hello' });
  for (const kind of ['loading', 'ready', 'ready'] as const) peers.report(kind);
  hear({ type: 'hello' });
  hear({ type: 'who' });
  for (const kind of ['lost', 'unreachable'] as const) peers.report(kind);
  hear({ type: 'who' });
  expect(posted).toEqual([READY, READY, READY, NOT_READY]);
});

test('only a report of another CCP is worth a look', () => {
  const { hear, heardOf } = createBench();
  hear({ type: 'hello' });
  hear({ type: 'bye' });
  hear({ type: 'focused', at: 1 });
  expect(heardOf()).toBe(0);
  hear(READY);
  hear(NOT_READY);
  expect(heardOf()).toBe(2);
});
