/** The words that the dialler's browser messages use for a call's state, in lower case. */
export const DIALER_WORDS = [
  'preview',
  'initiate',
  'started',
  'ringing',
  'answered',
  'machine',
  'human',
  'custanswered',
  'hold',
  'consult',
  'conference',
  'swapped',
  'acw',
  'dropped',
] as const;

const KNOWN_WORDS: ReadonlySet<string> = new Set(DIALER_WORDS);

/** The dialler's word in lower case, or undefined for a word that it does not have. */
export function parseDialerWord(word: string): string | undefined {
  const lower = word.trim().toLowerCase();
  return KNOWN_WORDS.has(lower) ? lower : undefined;
}

/** The call type in lower case, or undefined for another one. */
export function parseDialerCallType(type: string): 'regular-call' | 'consult' | undefined {
  const lower = type.trim().toLowerCase();
  return lower === 'regular-call' || lower === 'consult' ? lower : undefined;
}
