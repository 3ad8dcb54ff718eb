/**
 * Measures the workbench and the softphone in Chromium, inside Lightning Web Security: `npx tsx bench/softphone.ts`.
 * Prints medians and ranges; nothing here is a test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { startWorkbench } from '../workbench/server/start-workbench.ts';
import { findBrowser } from '../test/browser/support/browser-path.ts';

const RUNS = 9;

interface Marks {
  softphone?: number;
  frame?: number;
  agent?: number;
  message?: number;
  firstCall?: number;
}

declare global {
  interface Window {
    marks: Marks;
  }
}

/** Runs in the page before its scripts; sees the softphone from outside, so that nothing in it is changed. */
function watchPage(): void {
  const marks: Marks = (window.marks = {});
  new MutationObserver(() => {
    if (marks.softphone === undefined && document.querySelector('c-paceline-softphone') !== null) {
      marks.softphone = performance.now();
    }
    if (marks.frame === undefined && document.querySelector('iframe[name="Amazon Connect CCP"]') !== null) {
      marks.frame = performance.now();
    }
  }).observe(document, { childList: true, subtree: true });
  window.addEventListener(
    'message',
    (event: MessageEvent<{ event?: string; data?: { snapshot?: { contacts: unknown[] } } }>) => {
      if (event.data?.event !== 'agent::update') return;
      marks.agent ??= performance.now();
      if ((event.data.data?.snapshot?.contacts.length ?? 0) > 0) marks.message ??= performance.now();
    },
    true,
  );
  const fetchAsBefore = window.fetch;
  window.fetch = (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    if (body.includes('PacelineLookupController')) marks.firstCall ??= performance.now();
    return fetchAsBefore(input, init);
  };
}

async function measureOnce(
  browser: Browser,
  url: string,
  session: string,
): Promise<{ start: number; reaction: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(`${url}?session=${session}`);
  await page.waitForFunction(() => window.marks.agent !== undefined);
  await page.waitForTimeout(300);
  await page.request.post(`${url}api/sim/world/offerInbound?session=${session}`, {
    headers: { 'content-type': 'application/json' },
    data: JSON.stringify([{ number: '+12025550120' }]),
  });
  await page.waitForFunction(() => window.marks.firstCall !== undefined);
  const marks = await page.evaluate(() => window.marks);
  await context.close();
  return {
    start: (marks.frame ?? NaN) - (marks.softphone ?? NaN),
    reaction: (marks.firstCall ?? NaN) - (marks.message ?? NaN),
  };
}

function summary(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (q: number): string => (sorted[Math.floor(q * (sorted.length - 1))] ?? NaN).toFixed(1);
  return `median ${at(0.5)} ms, ${at(0)} to ${at(1)} ms, ${values.length} runs`;
}

const cacheDir = await mkdtemp(path.join(tmpdir(), 'paceline-bench-'));
try {
  const timed = async (): Promise<{
    seconds: string;
    workbench: Awaited<ReturnType<typeof startWorkbench>>;
  }> => {
    const started = performance.now();
    const workbench = await startWorkbench({ port: 0, cacheDir, quiet: true });
    return { seconds: ((performance.now() - started) / 1000).toFixed(1), workbench };
  };
  const cold = await timed();
  await cold.workbench.stop();
  const warm = await timed();
  console.log(
    `workbench ready: first start ${cold.seconds} s, later ${warm.seconds} s (this process, tsx excluded)`,
  );

  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  const results = [];
  for (let run = 0; run < RUNS; run += 1) {
    results.push(await measureOnce(browser, warm.workbench.url, `bench-${run}`));
  }
  console.log(
    `softphone in the page to Streams started and subscribed: ${summary(results.map((item) => item.start))}`,
  );
  console.log(`Streams update to first Lightning call: ${summary(results.map((item) => item.reaction))}`);
  await browser.close();
  await warm.workbench.stop();
} finally {
  await rm(cacheDir, { recursive: true, force: true });
}
