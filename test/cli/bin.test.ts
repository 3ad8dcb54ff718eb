import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

describe('the installed command', () => {
  it('runs the sources of a checkout, built or not', () => {
    const { version, bin } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
      version: string;
      bin: { paceline: string };
    };
    const output = execFileSync(process.execPath, [resolve(ROOT, bin.paceline), '--version'], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe(version);
  });
});
