/** What the page's address asks for. */
export interface PageQuery {
  readonly session: string;
  readonly lightningWebSecurity: boolean;
  readonly isConsole: boolean;
  readonly settingName: string;
  /** A CCP that misbehaves: `none`, `wrong`, `dead`, `refused`, `late`, `missing`. */
  readonly ccp: string | null;
  /** The component in the utility bar. */
  readonly utility: string;
  readonly simulatorOpen: boolean;
  /** The agent has the package's custom permissions, as its permission set grants them. */
  readonly hasPermissions: boolean;
  /** Puts a component into the page that says what it finds in its sandbox. */
  readonly probe: boolean;
  /** Puts a component into the page that shows what it hears on the channel of events. */
  readonly eventLog: boolean;
}

/** Reads `?session=&lws=off&nav=standard&setting=&ccp=&utility=&simulator=closed&probe=on&events=on&permission=none`. */
export function readPageQuery(search: string, width: number): PageQuery {
  const query = new URLSearchParams(search);
  return {
    session: query.get('session') ?? 'default',
    lightningWebSecurity: query.get('lws') !== 'off',
    isConsole: query.get('nav') !== 'standard',
    settingName: query.get('setting') ?? 'Workbench',
    ccp: query.get('ccp'),
    utility: query.get('utility') ?? 'pacelineSoftphone',
    probe: query.get('probe') === 'on',
    hasPermissions: query.get('permission') !== 'none',
    eventLog: query.get('events') === 'on',
    simulatorOpen: query.get('simulator') === 'open' || (query.get('simulator') !== 'closed' && width > 1180),
  };
}
