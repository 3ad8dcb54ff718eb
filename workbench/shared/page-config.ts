/** What the page needs before it can evaluate the components. */
export interface PageConfig {
  readonly session: string;
  readonly settingNames: readonly string[];
  readonly userId: string;
  readonly userName: string;
  readonly orgId: string;
  readonly ccpOrigin: string;
  readonly dialerOrigin: string;
  /** Module ids that the components import from outside. */
  readonly imports: readonly string[];
  readonly components: readonly string[];
  /** Custom labels by name, from the package's metadata. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of the custom permissions that the user has. */
  readonly customPermissions: readonly string[];
  /** Changes with every build of the components. */
  readonly build: string;
}
