import { readFileSync } from 'node:fs';

/** While a class is scheduled, the platform refuses to deploy it and every class that it refers to. */
describe('the class that an org schedules', () => {
  it('refers to no other class of the package', () => {
    const code = readFileSync('force-app/main/configuration/classes/PacelineHousekeeping.cls', 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/'[^']*'/g, "''");
    expect([...code.matchAll(/Paceline\w+/g)].map(([name]) => name)).toEqual(['PacelineHousekeeping']);
  });

  it('starts jobs that exist', () => {
    const code = readFileSync('force-app/main/configuration/classes/PacelineHousekeeping.cls', 'utf8');
    const jobs = [...code.matchAll(/'(Paceline\w+)'/g)].map((found) => found[1] ?? '');
    expect(jobs).toEqual(['PacelineClosingJob', 'PacelineRetentionJob']);
    for (const job of jobs) {
      const source = readFileSync(`force-app/main/configuration/classes/${job}.cls`, 'utf8');
      expect(source).toContain(`class ${job} implements Database.Batchable<SObject>`);
    }
  });
});
