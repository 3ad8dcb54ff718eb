/** A title and how many things follow it. */
export function describe(title, items) {
    return `${title} (${items.length})`;
}
