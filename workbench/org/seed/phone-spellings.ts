const SPELLINGS: readonly ((line: string) => string)[] = [
  (line) => `(202) 555-${line}`,
  (line) => `+1 202 555 ${line}`,
  (line) => `202-555-${line}`,
  (line) => `+1202555${line}`,
  (line) => `202.555.${line}`,
  (line) => `1 (202) 555-${line}`,
  (line) => `202555${line}`,
  (line) => `(202) 555-${line} x12`,
];

/** A fictional number, +1 202 555 01NN, spelled in one of the ways that people type. `index`: 0 to 99. */
export function samplePhone(index: number): string {
  const line = `01${String(index % 100).padStart(2, '0')}`;
  const spell = SPELLINGS[index % SPELLINGS.length];
  return spell === undefined ? line : spell(line);
}
