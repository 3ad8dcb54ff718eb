const ABBREVIATIONS = String.raw`\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|No|no|nr|vs|approx|etc|max|min|e\.g|i\.e`;
/** A quoted value, which stays as it is, or what ends a sentence that others follow. */
const STOP = new RegExp(String.raw`"[^"]*"|(?<!\b(?:${ABBREVIATIONS}))[.!?…]+(?=\s)`, 'gu');
/** Words that are written with a capital only because they begin a sentence. */
const STARTERS =
  /(?<=^|; )(?:The|A|An|This|That|These|Those|It|They|There|No|None|Nobody|Nothing|Some|Several|Every|Each|Too|Not|Only|In|On|At|For|By|If|When|While|Because|Another|One|Two)(?= )/g;

/** Text of any form as a part of a sentence: one or several sentences without their ends and beginnings. */
export function asClause(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?…\s]+$/, '')
    .replace(/\.{2,}/g, '…')
    .replace(STOP, (found) => (found.startsWith('"') ? found : ';'))
    .replace(STARTERS, (word) => word.toLowerCase());
}

/** The words of another as a part of a sentence. */
export function asQuote(text: string): string {
  const said = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?…\s]+$/, '')
    .replaceAll('"', "'")
    .replace(/\.{2,}/g, '…')
    .replace(STOP, ';');
  return `"${said}"`;
}
