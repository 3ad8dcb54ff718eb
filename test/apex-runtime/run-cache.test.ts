import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseClass } from '../../tools/apex-runtime/language/parse-class.ts';
import { parseCached } from '../../tools/apex-runtime/run/source-cache.ts';

const TEXT = 'public class A {\n  Integer size = 1;\n}';

describe('the cache of syntax trees', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'apex-cache-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('answers the tree of the text, read once', () => {
    expect(parseCached('A.cls', TEXT, folder)).toEqual(parseClass('A.cls', TEXT));
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), '"kept"');
    expect(parseCached('A.cls', TEXT, folder)).toBe('kept');
  });

  test('reads changed text anew', () => {
    parseCached('A.cls', TEXT, folder);
    const changed = TEXT.replace('1', '2');
    expect(parseCached('A.cls', changed, folder)).toEqual(parseClass('A.cls', changed));
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
