import type { OpenPageAction } from '../../model/action.ts';
import { checkUrl } from '../resolve/check-url.ts';
import type { Rule } from '../rule.ts';
import type { Finding, LintOptions } from './finding.ts';

/** The part of a URL before its first merge field, when that names the whole host; null otherwise. */
function literalUrl(url: string): string | null {
  const merge = url.indexOf('{!');
  const literal = merge < 0 ? url : url.slice(0, merge);
  if (merge === 0 || (merge > 0 && /^https:\/\/[^/?#]*$/i.test(literal))) return null;
  return literal;
}

function urlReason(url: string, { allowedHosts }: LintOptions): string | null {
  const literal = literalUrl(url);
  if (literal === null) return null;
  const own = URL.canParse(literal) ? [new URL(literal).host] : [];
  const checked = checkUrl(literal, allowedHosts ?? own);
  return checked.ok ? null : checked.reason;
}

function lintPage(
  action: OpenPageAction,
  at: { ruleKey: string; path: string },
  options: LintOptions,
): Finding[] {
  if (action.target === null)
    return [
      {
        id: 'page-without-target',
        level: action.on ? 'error' : 'info',
        ...at,
        message: `the page has no target${action.on ? '' : ' and is switched off'}, so nothing opens`,
        fix: { text: action.on ? 'Give it a target' : 'Give it a target and set "on" to true, or remove it' },
      },
    ];
  const reason = action.target.kind === 'web' ? urlReason(action.target.url, options) : null;
  if (reason === null) return [];
  return [
    {
      id: 'url-refused',
      level: 'error',
      ruleKey: at.ruleKey,
      path: `${at.path}.target.url`,
      message: `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      fix: {
        text: "Write https:// and a host that the setting's Allowed Hosts name, or a path within the org",
      },
    },
  ];
}

/** Pages that cannot open. */
export function lintPages(rules: readonly Rule[], options: LintOptions): Finding[] {
  return rules.flatMap((rule) =>
    rule.actions.flatMap((action, index) =>
      action.type === 'open-page'
        ? lintPage(action, { ruleKey: rule.key, path: `actions[${index}]` }, options)
        : [],
    ),
  );
}
