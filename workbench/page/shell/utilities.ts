import type { Stop } from '../../../src/model/ports.ts';

/** One item of the utility bar and its panel. */
export interface UtilityState {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly highlighted: boolean;
  readonly panelLabel: string;
  readonly panelIcon: string;
  readonly width: number;
  readonly height: number;
  readonly open: boolean;
  readonly popoutEnabled: boolean;
}

export type UtilityChange = Partial<Omit<UtilityState, 'id'>>;

/** The utility bar without a screen; at most one panel is open. */
export interface Utilities {
  all(): readonly UtilityState[];
  find(id: string): UtilityState | undefined;
  change(id: string, change: UtilityChange): boolean;
  subscribe(listener: () => void): Stop;
  onClick(id: string, handler: (event: { utilityId: string; panelVisible: boolean }) => void): void;
  /** The person clicked the item: its panel opens or is minimised. */
  click(id: string): void;
}

export function createUtilities(initial: readonly UtilityState[]): Utilities {
  const listeners = new Set<() => void>();
  const clickHandlers = new Map<string, ((event: { utilityId: string; panelVisible: boolean }) => void)[]>();
  let utilities = initial;
  const change = (id: string, patch: UtilityChange): boolean => {
    if (!utilities.some((utility) => utility.id === id)) return false;
    utilities = utilities.map((utility) => {
      if (utility.id === id) return { ...utility, ...patch };
      return patch.open === true ? { ...utility, open: false } : utility;
    });
    for (const listener of [...listeners]) listener();
    return true;
  };
  return {
    all: () => utilities,
    find: (id) => utilities.find((utility) => utility.id === id),
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onClick(id, handler) {
      clickHandlers.set(id, [...(clickHandlers.get(id) ?? []), handler]);
    },
    click(id) {
      const panelVisible = utilities.find((utility) => utility.id === id)?.open !== true;
      change(id, { open: panelVisible, ...(panelVisible ? { highlighted: false } : {}) });
      for (const handler of clickHandlers.get(id) ?? []) handler({ utilityId: id, panelVisible });
    },
  };
}
