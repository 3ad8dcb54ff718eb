import type { ApexCode } from '../org/apex-code.ts';

/** Compiles the package's Apex again after an edit and says how that went; what is wrong is told by file and line. */
export function reloadApex(code: ApexCode, say: (text: string) => void): void {
  const started = performance.now();
  const result = code.reload();
  if (result.kind === 'unchanged') return;
  if (result.kind === 'refused') {
    say(`The Apex was refused, the last good classes stay in use:\n${result.problems.join('\n')}`);
    return;
  }
  say(`Apex compiled in ${Math.round(performance.now() - started)} ms; the next request runs it.`);
}
