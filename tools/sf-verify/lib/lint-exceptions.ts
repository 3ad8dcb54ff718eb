/** A lint finding that is wrong where files match; `message` narrows it to some of the rule's findings. */
export interface LintException {
  readonly rule: string;
  readonly files: RegExp;
  readonly message?: RegExp;
  readonly reason: string;
}

export const LINT_EXCEPTIONS: readonly LintException[] = [
  {
    rule: '@salesforce-ux/slds/no-hardcoded-values-slds2',
    files: /\.css$/,
    message: /^There's no replacement/,
    reason: 'the design system has no token for the value, so there is nothing to do',
  },
  {
    rule: '@salesforce-ux/slds/no-hardcoded-values-slds2',
    files: /\/pacelineCcpHost\.css$/,
    message: /320px/,
    reason: 'the least width at which Amazon Connect takes calls, whatever the design system calls that size',
  },
  {
    rule: '@locker/locker/distorted-html-iframe-script-element-src-setter',
    files: /\/pacelineCore\/(xstate|pacelineCore)\.js$/,
    reason: "an actor's property and a frame to the configured CCP host, neither of them a script",
  },
  {
    rule: '@locker/locker/distorted-url-create-object-url',
    files: /\/pacelinePlatform\/download\.js$/,
    reason: 'plain text is among the types that Lightning Web Security lets through',
  },
];
