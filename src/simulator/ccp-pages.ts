import type { Ids, Stop } from '../model/ports.ts';
import type { WireMessage } from '../model/snapshot.ts';
import type { CcpPort } from './ccp-engine-types.ts';
import { cloneData } from './clone-data.ts';
import { createMasterTopics } from './master-topics.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { SdkChannel } from './create-sdk-channel.ts';
import type { SdkMessage, SdkPublisher } from './sdk-channel.ts';

interface Page {
  readonly id: string;
  readonly send: (message: WireMessage) => void;
  readonly sdk: SdkChannel;
  readonly sdkPublishers: Set<SdkPublisher>;
  severed: boolean;
  /** The first `acknowledge` went out. */
  acknowledged: boolean;
}

export interface PagesOptions {
  readonly ids: Ids;
  /** The data of `agent::update` as of now. */
  update(): unknown;
  /** Runs an API method; throws a refusal. */
  callApi(method: string, params: Readonly<Record<string, unknown>>): unknown;
  createSdk(): SdkChannel;
  changed(): void;
}

/** The pages that embed the CCP, and the wire protocol that they speak. */
export interface CcpPages {
  connect(send: (message: WireMessage) => void): CcpPort;
  sendToAll(event: string, data?: unknown): void;
  sendUpdate(): void;
  publishSdk(message: SdkMessage): void;
  setSevered(severed: boolean, pageId?: string): void;
  count(): number;
  allSevered(): boolean;
}

interface Request {
  readonly requestId: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export function createCcpPages(options: PagesOptions): CcpPages {
  const pages = new Map<string, Page>();
  const masters = createMasterTopics();
  let severedForAll = false;

  const isSevered = (page: Page): boolean => severedForAll || page.severed;
  const send = (page: Page, event: string, data?: unknown): void => {
    if (pages.has(page.id) && !isSevered(page)) {
      page.send(data === undefined ? { event } : { event, data: cloneData(data) });
    }
  };
  const sendToAll = (event: string, data?: unknown): void => {
    for (const page of [...pages.values()]) send(page, event, data);
  };
  const sendUpdate = (): void => sendToAll('agent::update', options.update());

  const open = (page: Page): void => {
    page.acknowledged = true;
    send(page, 'acknowledge', { id: page.id });
    sendToAll('update_connected_ccps', { length: pages.size });
    sendUpdate();
  };
  const close = (page: Page): void => {
    if (!pages.delete(page.id)) return;
    masters.free(page.id);
    sendToAll('update_connected_ccps', { length: pages.size });
    options.changed();
  };

  const answerApi = (page: Page, request: Request): void => {
    const { requestId } = request;
    let data: unknown = null;
    let refusal: Refusal | undefined;
    try {
      data = options.callApi(request.method, request.params ?? {});
    } catch (error) {
      refusal = refusalOf(error);
      if (refusal === undefined) throw error;
    }
    const err = refusal === undefined ? null : JSON.stringify(refusal);
    send(page, 'api_response', { event: 'api_response', requestId, data, err });
  };

  const answerMaster = (page: Page, request: Request): void => {
    const topic = String(request.params['topic']);
    const becoming = request.method === 'becomeMaster';
    const answer = becoming
      ? masters.become(topic, page.id)
      : masters.check(topic, page.id, request.params['shouldNotBecomeMasterIfNone'] !== true);
    const response = {
      event: 'master_response',
      requestId: request.requestId,
      data: { ...answer, topic },
      err: null,
    };
    if ('takeOver' in answer && answer.takeOver) sendToAll('master_response', response);
    else send(page, 'master_response', response);
  };

  const broadcast = (data: WireMessage): void => {
    if (data.event !== 'server_bound_internal_log') sendToAll(data.event, data.data);
  };

  const receive = (page: Page, message: WireMessage): void => {
    if (!pages.has(page.id) || isSevered(page)) return;
    switch (message.event) {
      case 'synchronize':
        sendToAll('acknowledge');
        break;
      case 'api_request':
        answerApi(page, message.data as Request);
        break;
      case 'master_request':
        answerMaster(page, message.data as Request);
        break;
      case 'broadcast':
        broadcast(message.data as WireMessage);
        break;
      case 'reload_agent_configuration':
        sendUpdate();
        break;
      case 'terminate':
        sendToAll('terminated');
        break;
      case 'close':
        close(page);
        break;
      default:
        break;
    }
  };

  return {
    connect(sendToPage) {
      const page: Page = {
        id: options.ids.next(),
        send: sendToPage,
        sdk: options.createSdk(),
        sdkPublishers: new Set(),
        severed: false,
        acknowledged: false,
      };
      pages.set(page.id, page);
      if (!isSevered(page)) open(page);
      options.changed();
      return {
        id: page.id,
        receive: (message) => receive(page, message),
        sdk: (message) => (isSevered(page) ? null : page.sdk.handle(message)),
        onSdkPublish(publish): Stop {
          page.sdkPublishers.add(publish);
          return () => page.sdkPublishers.delete(publish);
        },
        disconnect: () => close(page),
      };
    },
    sendToAll,
    sendUpdate,
    publishSdk(message) {
      for (const page of pages.values()) {
        if (isSevered(page) || !page.sdk.wants(message)) continue;
        for (const publish of page.sdkPublishers) publish(message);
      }
    },
    setSevered(severed, pageId) {
      if (pageId === undefined) severedForAll = severed;
      for (const page of [...pages.values()]) {
        if (pageId === undefined ? !severed : page.id === pageId) page.severed = severed;
        if (!isSevered(page) && !page.acknowledged) open(page);
      }
      if (!severed) sendUpdate();
      options.changed();
    },
    count: () => pages.size,
    allSevered: () => severedForAll,
  };
}
