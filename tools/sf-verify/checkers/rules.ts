import { RULE_TYPE, SETTING_TYPE } from '../../../src/metadata/custom-metadata.ts';
import { lintRules } from '../../../src/rules/lint/lint-rules.ts';
import { loadRules } from '../../../src/rules/load-rules.ts';
import { readSoftphoneSettings } from '../../../src/session/softphone-settings.ts';
import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';
import { lineOfRulePath, readRecordFields, readRuleRecord } from '../lib/rule-records.ts';
import type { XmlElement } from '../lib/xml.ts';
import { listRecords } from './custom-metadata.ts';

interface RuleFile {
  readonly file: string;
  readonly name: string;
  readonly element: XmlElement;
}

/** Only what cannot work is a problem here: the presets mirror a source whose gaps the linter names on purpose. */
function checkRuleset(files: readonly RuleFile[]): Problem[] {
  const loaded = loadRules(files.map(({ name, element }) => readRuleRecord(name, element)));
  const findings = [
    ...loaded.problems.map(({ source, path, message }) => ({ source, path, message })),
    ...lintRules(loaded.rules)
      .filter(({ level }) => level === 'error')
      .map(({ ruleKey, path, message }) => ({ source: ruleKey, path, message })),
  ];
  return findings.flatMap(({ source, path, message }) => {
    const place = files.find(({ name }) => name === source);
    if (place === undefined) return [];
    const line = lineOfRulePath(place.element, path);
    return [{ file: place.file, line, message: `${path}: ${message}` }];
  });
}

function checkSetting({ file, name, element }: RuleFile, rulesets: ReadonlySet<string>): Problem[] {
  const { fields, elements } = readRecordFields(element);
  const { problems, settings } = readSoftphoneSettings({
    revision: '',
    settingName: name,
    setting: fields,
    rules: [],
    org: { id: '', userId: '', userName: '', defaultCountry: null },
  });
  const lineOf = (path: string): number => elements.get(path.split('.')[0] ?? '')?.line ?? element.line;
  return [
    ...problems.map(({ path, message }) => ({ file, line: lineOf(path), message: `${path}: ${message}` })),
    ...(settings.ruleset === null || rulesets.has(settings.ruleset)
      ? []
      : [{ file, line: lineOf('Ruleset'), message: `no rule belongs to the ruleset ${settings.ruleset}` }]),
  ];
}

export const rules: Checker = {
  name: 'rules',
  about: "rules and settings in custom metadata through the core's schema and linter",
  run: (project) => {
    const records = listRecords(project);
    const rulesets = new Map<string, RuleFile[]>();
    for (const record of records.filter(({ type }) => type === RULE_TYPE)) {
      const { ruleset } = readRuleRecord(record.name, record.element);
      rulesets.set(ruleset, [...(rulesets.get(ruleset) ?? []), record]);
    }
    return [
      ...[...rulesets.values()].flatMap(checkRuleset),
      ...records
        .filter(({ type }) => type === SETTING_TYPE)
        .flatMap((record) => checkSetting(record, new Set(rulesets.keys()))),
    ];
  },
};
