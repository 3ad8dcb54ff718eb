import { isDeployed } from '../../scripts/build/manifest.ts';
import { readStreams } from '../../scripts/build/streams-resource.ts';
import record from '../../scripts/build/streams-record.json';
import { resolve } from 'node:path';

describe('what a deployment sends', () => {
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
  ];
  it.each(cases)('%s: %s', (path, deployed) => {
    expect(isDeployed(path)).toBe(deployed);
  });
});

describe('the Streams that the package ships', () => {
  it('is the file whose version and hash are committed', () => {
    expect(readStreams(resolve(__dirname, '../..')).record).toEqual(record);
  });
});
