import type { Utilities, UtilityState } from '../shell/utilities.ts';
import { createValueAdapter } from './wire-adapter.ts';

interface Attributes {
  readonly label?: string;
  readonly icon?: string;
  readonly highlighted?: boolean;
  readonly width?: number;
  readonly height?: number;
}

function describe(utility: UtilityState): Record<string, unknown> {
  return {
    id: utility.id,
    utilityLabel: utility.label,
    utilityIcon: utility.icon,
    utilityHighlighted: utility.highlighted,
    utilityVisible: utility.open,
    utilityPoppedOut: false,
    panelHeaderLabel: utility.panelLabel,
    panelHeaderIcon: utility.panelIcon,
    panelWidth: utility.width,
    panelHeight: utility.height,
  };
}

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** `lightning/platformUtilityBarApi`; the components that ask live in the utility `enclosingId`. */
export function createUtilityBarApiModule(
  utilities: Utilities,
  enclosingId: string,
): Record<string, unknown> {
  const withUtility = <Result>(id: string, run: (utility: UtilityState) => Result): Promise<Result> => {
    const utility = utilities.find(id);
    return utility === undefined
      ? Promise.reject(new Error(`There is no utility with the id ${id}.`))
      : Promise.resolve(run(utility));
  };
  return {
    open: (id: string) => withUtility(id, () => utilities.change(id, { open: true, highlighted: false })),
    minimize: (id: string) => withUtility(id, () => utilities.change(id, { open: false })),
    updateUtility: (id: string, { label, icon, highlighted }: Attributes) =>
      withUtility(id, () =>
        utilities.change(id, present({ label, icon: icon && iconName(icon), highlighted })),
      ),
    updatePanel: (id: string, { label, icon, width, height }: Attributes) =>
      withUtility(id, () =>
        utilities.change(
          id,
          present({ panelLabel: label, panelIcon: icon && iconName(icon), width, height }),
        ),
      ),
    getInfo: (id: string) => withUtility(id, describe),
    getAllUtilityInfo: () => Promise.resolve(utilities.all().map(describe)),
    enableModal: (id: string) => withUtility(id, () => true),
    enablePopout: (id: string, enabled: boolean) =>
      withUtility(id, () => utilities.change(id, { popoutEnabled: enabled })),
    onUtilityClick: (id: string, handler: (event: { utilityId: string; panelVisible: boolean }) => void) =>
      withUtility(id, () => {
        utilities.onClick(id, handler);
        return true;
      }),
    EnclosingUtilityId: createValueAdapter(
      () => enclosingId,
      () => () => undefined,
    ),
  };
}

/** The utility bar takes names of the utility sprite with or without the sprite's name. */
function iconName(name: string): string {
  return name.includes(':') ? name : `utility:${name}`;
}
