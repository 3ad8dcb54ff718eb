function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** ` (did you mean x?)` when one of the names is at most two letters away, else nothing. */
export function suggest(name: string, names: Iterable<string>): string {
  const [best] = [...names]
    .map((candidate) => ({ candidate, off: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ off }) => off <= 2)
    .sort((a, b) => a.off - b.off);
  return best === undefined ? '' : ` (did you mean ${best.candidate}?)`;
}
