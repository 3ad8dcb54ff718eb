const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How many letters must be added, removed, replaced or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 0;
}

const LONGEST = 100;
const MOST_WRONG = 3;
/** One wrong letter in so many still leaves a word that can be told. */
const LETTERS_A_FAULT = 3;

/** Zero for the same letters, less than one for a word that was not finished, infinite for another word. */
function remoteness(written: string, known: string): number {
  const [short, long] = written.length < known.length ? [written, known] : [known, written];
  if (short.length >= 2 && long.startsWith(short)) return (long.length - short.length) / LONGEST;
  const wrong = distance(written, known);
  return wrong <= Math.min(MOST_WRONG, Math.floor(known.length / LETTERS_A_FAULT)) ? wrong : Infinity;
}

/** Of the known words the one that was probably meant; null when none is near. Case and marks between letters do not count. */
export function nearest(written: string, known: readonly string[]): string | null {
  const word = bare(written);
  if (word === '' || word.length > LONGEST) return null;
  let best: { word: string; remote: number } | null = null;
  for (const candidate of known) {
    const remote = remoteness(word, bare(candidate));
    if (remote < (best?.remote ?? Infinity)) best = { word: candidate, remote };
  }
  return best?.word ?? null;
}
