/** A title and how many things follow it. */
export function describe(title: string, items: readonly unknown[]): string {
  return `${title} (${items.length})`;
}
