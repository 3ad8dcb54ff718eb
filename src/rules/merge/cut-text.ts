/** The mark that text was cut. */
export const CUT_MARK = '…';

/** At most `length` UTF-16 units, the last one being the mark where something was cut; never half a character. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  const kept = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return kept + CUT_MARK;
}
