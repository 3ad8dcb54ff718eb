import { sha256 } from '../../scripts/build/files.ts';
import { checkEntries } from '../../scripts/package/check-entries.ts';

const MAIN = 'force-app/main/softphone';
const manifest = {
  [`${MAIN}/lwc/card/card.js`]: sha256('card'),
  [`${MAIN}/classes/Look.cls`]: sha256('class'),
  [`${MAIN}/staticresources/streams.js`]: sha256('streams'),
  [`${MAIN}/staticresources/streams.resource-meta.xml`]: sha256('xml'),
  [`${MAIN}/objects/Call__c/fields/Name__c.field-meta.xml`]: sha256('field'),
};

function entries(changes: Readonly<Record<string, string | null>> = {}): Map<string, Buffer> {
  const files: Readonly<Record<string, string | null>> = {
    'package.xml': 'package',
    'lwc/card/card.js': 'card',
    'classes/Look.cls': 'class',
    'staticresources/streams.resource': 'streams',
    'objects/Call__c.object': 'object',
    ...changes,
  };
  return new Map(
    Object.entries(files).flatMap(([name, text]) =>
      text === null ? [] : [[name, Buffer.from(text)] as const],
    ),
  );
}

describe('the files of the package', () => {
  it('are right when every deployed file is there unchanged', () => {
    expect(checkEntries(entries(), manifest)).toEqual([]);
  });

  it.each([
    'lwc/card/card.ts',
    'lwc/card/__tests__/card.test.js',
    'lwc/card/__mocks__/x.js',
    'lwc/card/card.test.js',
    'lwc/jsconfig.json',
    'lwc/card/tsconfig.build.json',
    'lwc/card/.eslintrc',
  ])('are wrong with %s among them', (name) => {
    expect(checkEntries(entries({ [name]: '' }), manifest)).toEqual([
      `${name} must not be in the package; see .forceignore`,
    ]);
  });

  it('are wrong without one that is deployed', () => {
    const lost = entries({ 'lwc/card/card.js': null, 'staticresources/streams.resource': null });
    expect(checkEntries(lost, manifest)).toEqual([
      `lwc/card/card.js is not in the package, although ${MAIN}/lwc/card/card.js is there`,
      `staticresources/streams.resource is not in the package, although ${MAIN}/staticresources/streams.js is there`,
    ]);
  });

  it('are wrong when one was changed on the way, or package.xml is missing', () => {
    expect(checkEntries(entries({ 'classes/Look.cls': 'other', 'package.xml': null }), manifest)).toEqual([
      `classes/Look.cls differs from ${MAIN}/classes/Look.cls`,
      'package.xml is missing',
    ]);
  });
});
