/** One lint rule that is wrong for files whose path ends as given, with the reason. */
export interface LintException {
  readonly rule: string;
  readonly files: RegExp;
  readonly reason: string;
}

export const LINT_EXCEPTIONS: readonly LintException[] = [];
