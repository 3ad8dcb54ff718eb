/** One line of the table. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'FAILED' | 'not checked';
  readonly detail: string;
}

export const passed = (name: string, detail: string): Check => ({ name, state: 'ok', detail });
export const failed = (name: string, detail: string): Check => ({ name, state: 'FAILED', detail });
export const unchecked = (name: string, detail: string): Check => ({ name, state: 'not checked', detail });

/** The table, aligned, one line a check. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .map(({ name, state, detail }) => `${state.padEnd(11)}  ${name.padEnd(width)}  ${detail}`)
    .join('\n');
}
