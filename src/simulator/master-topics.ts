/** Which page is the master for a topic; the first that asks becomes it, and leaving frees its topics. */
export interface MasterTopics {
  check(topic: string, pageId: string, becomeIfNone: boolean): { masterId: string | null; isMaster: boolean };
  become(topic: string, pageId: string): { masterId: string; takeOver: boolean };
  free(pageId: string): void;
}

export function createMasterTopics(): MasterTopics {
  const masters = new Map<string, string>();
  return {
    check(topic, pageId, becomeIfNone) {
      if (!masters.has(topic) && becomeIfNone) masters.set(topic, pageId);
      const masterId = masters.get(topic) ?? null;
      return { masterId, isMaster: masterId === pageId };
    },
    become(topic, pageId) {
      const before = masters.get(topic);
      masters.set(topic, pageId);
      return { masterId: pageId, takeOver: before !== undefined && before !== pageId };
    },
    free(pageId) {
      for (const [topic, masterId] of masters) if (masterId === pageId) masters.delete(topic);
    },
  };
}
