import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FIELDS = 'force-app/main/actions/objects/Paceline_Interaction__c/fields';
const ERASURE = 'force-app/main/privacy/classes/PacelineErasure.cls';

describe('the personal fields of an interaction', () => {
  it('are the ones that erasing empties', () => {
    const classified = readdirSync(FIELDS)
      .filter((file) => readFileSync(path.join(FIELDS, file), 'utf8').includes('<complianceGroup>'))
      .map((file) => file.replace('.field-meta.xml', ''));
    const listed = /PERSONAL_FIELDS = new List<SObjectField>\{([^}]+)\}/.exec(readFileSync(ERASURE, 'utf8'));
    const emptied = [...(listed?.[1] ?? '').matchAll(/Paceline_Interaction__c\.(\w+)/g)].map(
      (found) => found[1] ?? '',
    );
    expect(emptied.sort()).toEqual(classified.sort());
    expect(emptied.length).toBeGreaterThan(0);
  });
});
