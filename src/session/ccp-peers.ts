import type { CcpStatusKind } from '../model/softphone-view.ts';
import type { TabLink } from './tab-link.ts';

/** Which tabs hear of calls: each has a CCP of its own, and one can fail while another's works. */
export interface CcpPeers {
  /** The state of this tab's CCP. */
  report(kind: CcpStatusKind): void;
  /** True while this tab's CCP has failed and another tab's works. */
  isWorse(): boolean;
}

const FAILED: readonly CcpStatusKind[] = ['unreachable', 'lost', 'login-needed'];

/** `heard` runs whenever another tab reported. */
export function createCcpPeers(link: TabLink, heard: () => void): CcpPeers {
  const ready = new Set<string>();
  let own: CcpStatusKind = 'loading';

  link.listen((message, from) => {
    if (message.type === 'bye') ready.delete(from);
    if ((message.type === 'who' || message.type === 'hello') && own === 'ready') {
      link.post({ type: 'ccp', ready: true });
    }
    if (message.type !== 'ccp') return;
    if (message.ready) ready.add(from);
    else ready.delete(from);
    heard();
  });

  return {
    report(kind) {
      const before = own === 'ready';
      own = kind;
      if (before !== (kind === 'ready')) link.post({ type: 'ccp', ready: !before });
    },
    isWorse: () => FAILED.includes(own) && ready.size > 0,
  };
}
