import { parseForceIgnore, readForceIgnore } from '../../scripts/build/force-ignore.ts';
import { readStreams } from '../../scripts/build/streams-resource.ts';
import record from '../../scripts/build/streams-record.json';
import { resolve } from 'node:path';

describe('what a deployment sends', () => {
  const isIgnored = readForceIgnore(resolve(__dirname, '../..'));
  const cases: [path: string, deployed: boolean][] = [
    ['force-app/main/softphone/lwc/card/card.js', true],
    ['force-app/main/softphone/lwc/card/card.html', true],
    ['force-app/main/softphone/lwc/card/card.js-meta.xml', true],
    ['force-app/main/softphone/lwc/card/card.ts', false],
    ['force-app/main/softphone/lwc/card/__tests__/card.test.ts', false],
    ['force-app/main/softphone/lwc/jsconfig.json', false],
    ['force-app/main/actions/classes/PacelineLookupController.cls', true],
    ['force-app/main/softphone/staticresources/pacelineStreams.js', true],
    ['force-app/main/.DS_Store', false],
    ['force-app/test/jest-mocks/lightning/modal.js', false],
  ];
  it.each(cases)('%s: %s', (path, deployed) => {
    expect(!isIgnored(path)).toBe(deployed);
  });
});

describe('a line of .forceignore', () => {
  const cases: [line: string, path: string, ignored: boolean][] = [
    ['package.xml', 'package.xml', true],
    ['package.xml', 'force-app/main/package.xml', true],
    ['package.xml', 'force-app/main/packagexxml', false],
    ['**/lwc/**/*.ts', 'force-app/main/softphone/lwc/card/card.ts', true],
    ['**/lwc/**/*.ts', 'force-app/main/softphone/lwc/card/card.tsx', false],
    ['force-app/test/**', 'force-app/test/a/b.js', true],
    ['force-app/test/**', 'force-app/main/test/b.js', false],
    ['# package.xml', 'package.xml', false],
  ];
  it.each(cases)('%s and %s: %s', (line, path, ignored) => {
    expect(parseForceIgnore(line)(path)).toBe(ignored);
  });
});

describe('the Streams that the package ships', () => {
  it('is the file whose version and hash are committed', () => {
    expect(readStreams(resolve(__dirname, '../..')).record).toEqual(record);
  });
});
