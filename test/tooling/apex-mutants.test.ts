import { findMutants } from '../../scripts/apex/mutants/find-mutants.ts';
import type { ClassSource } from '../../tools/apex-runtime/language/class-source.ts';
import { buildProgram } from '../../tools/apex-runtime/run/program.ts';
import { createApexSchema } from '../../workbench/org/apex-schema.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';

const schema = createApexSchema(readInstalledPackage(['force-app']));

function classOf(text: string): readonly ClassSource[] {
  return buildProgram({ sources: [{ file: 'Sample.cls', text }], schema }).classSources;
}

const changesOf = (text: string): readonly string[] =>
  findMutants(classOf(text)).map(({ line, what }) => `${line} ${what}`);

describe('mutants of the Apex', () => {
  it('change modes, limits, order and conditions of a query, and the sharing that it depends on', () => {
    expect(
      changesOf(`public without sharing class Sample {
        public List<Task> logs(String key) {
          return [SELECT Id FROM Task
            WHERE Subject = :key AND IsClosed = TRUE
            WITH SYSTEM_MODE LIMIT 1 FOR UPDATE];
        }
      }`),
    ).toEqual([
      '1 without sharing becomes with sharing',
      '3 null returned',
      '3 WITH SYSTEM_MODE becomes USER_MODE',
      '3 LIMIT removed',
      '3 FOR UPDATE removed',
      '3 AND becomes OR',
      '3 part 1 of AND removed',
      '3 part 2 of AND removed',
      '4 = becomes !=',
      '4 = becomes !=',
      '4 true negated',
    ]);
  });

  it('leave sharing alone where user mode enforces it, and messages as they are worded', () => {
    expect(
      changesOf(`public with sharing class Sample {
        public void save(Task log) {
          if (log.Subject.trim() == 'Call') {
            Database.insert(log, AccessLevel.USER_MODE);
          }
          throw new IllegalArgumentException('The subject is wrong');
        }
      }`),
    ).toEqual([
      '3 == becomes !=',
      '3 .trim(...) removed',
      "3 'Call' becomes 'Call~'",
      '4 statement removed',
      '4 USER_MODE becomes SYSTEM_MODE',
      '6 statement removed',
    ]);
  });

  it('are undone as if they had not been', () => {
    const sources = classOf(`public with sharing class Sample {
      public Boolean isFew(Integer count) {
        return count < 3;
      }
    }`);
    const before = JSON.stringify(sources.map(({ declaration }) => declaration));
    const mutants = findMutants(sources);
    const changed = mutants.map((mutant) => {
      const undo = mutant.apply();
      const during = JSON.stringify(sources.map(({ declaration }) => declaration));
      undo();
      return during;
    });
    expect(new Set(changed).size).toBe(mutants.length);
    expect(changed).not.toContain(before);
    expect(JSON.stringify(sources.map(({ declaration }) => declaration))).toBe(before);
  });
});
