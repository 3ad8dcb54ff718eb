import { relative } from 'node:path';
import type { Message } from 'esbuild';

function isBuildFailure(error: unknown): error is { errors: Message[] } {
  return error instanceof Error && Array.isArray((error as { errors?: unknown }).errors);
}

/** A build's complaints as lines of `file:line: text`; anything else thrown as its message. */
export function describeBuildError(error: unknown, root: string): string {
  if (!isBuildFailure(error)) return error instanceof Error ? error.message : String(error);
  return error.errors
    .map(({ text, location }) => {
      if (location === null) return text;
      const file = relative(root, location.file.replace(/^lwc:/, ''));
      return location.line > 0 ? `${file}:${location.line}: ${text}` : `${file}: ${text}`;
    })
    .join('\n');
}
