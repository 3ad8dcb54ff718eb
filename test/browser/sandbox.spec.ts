import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/bench.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

test('the components run inside Lightning Web Security, and Streams with them', async ({ bench }) => {
  const page = await bench.openReady({ probe: 'on' });
  const findings = JSON.parse(
    (await page.locator('c-workbench-probe output').textContent()) ?? '{}',
  ) as Record<string, string>;
  expect(findings['unhandledRejectionListener']).toContain('refused');
  expect(await page.evaluate(() => typeof (window as { connect?: unknown }).connect)).toBe('undefined');
});

test('without it the same listener is allowed and Streams lands in the page, so the check can fail', async ({
  bench,
}) => {
  const page = await bench.openReady({ probe: 'on', lws: 'off' });
  const findings = JSON.parse(
    (await page.locator('c-workbench-probe output').textContent()) ?? '{}',
  ) as Record<string, string>;
  expect(findings['unhandledRejectionListener']).toBe('allowed');
  expect(await page.evaluate(() => typeof (window as { connect?: unknown }).connect)).toBe('object');
});

test('what the page runs is byte for byte what would be deployed', async ({ bench, request }) => {
  await bench.openReady();
  const url = process.env['PACELINE_URL'] ?? '';
  const read = async (path: string): Promise<Record<string, string>> =>
    (await (await request.get(`${url}${path}`)).json()) as Record<string, string>;
  const deployed = await read('deploy-manifest.json');
  const served = Object.entries(await read('served-sources.json')).filter(([file]) =>
    file.startsWith('force-app/'),
  );
  expect(served.length).toBeGreaterThan(40);
  for (const [file, hash] of served) {
    expect(`${file} ${deployed[file]}`).toBe(`${file} ${hash}`);
    expect(`${file} ${sha256(await readFile(`${ROOT}${file}`))}`).toBe(`${file} ${hash}`);
  }

  const npmStreams = await readFile(
    `${ROOT}node_modules/amazon-connect-streams/release/connect-streams-min.js`,
  );
  const servedStreams = await (await request.get(`${url}resource/1/pacelineStreams`)).body();
  expect(sha256(servedStreams)).toBe(sha256(npmStreams));
});
