import type { Store } from 'c/pacelineCore';

/** What the agent entered and the org does not have yet: values by field API name. */
export type Edits = Readonly<Record<string, string>>;

/** Unsaved edits of this tab's calls; they outlive a reload. */
export interface Drafts {
  read(callKey: string): Edits;
  /** Without any edits the draft is removed. */
  write(callKey: string, edits: Edits): void;
}

const PREFIX = 'paceline/draft/';

function parseEdits(text: string | null): Edits {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    // Not a draft of ours: nothing that could be saved.
    return {};
  }
}

/** `onRefused`: the browser does not store the draft, which then lives only as long as the page. */
export function createDrafts(store: Store, onRefused: () => void): Drafts {
  return {
    read: (callKey) => parseEdits(store.read(PREFIX + callKey)),
    write(callKey, edits) {
      if (Object.keys(edits).length === 0) {
        store.remove(PREFIX + callKey);
        return;
      }
      try {
        store.write(PREFIX + callKey, JSON.stringify(edits));
      } catch {
        onRefused();
      }
    },
  };
}
