/** `npm run verify:chaos`: 200 calls in Chromium inside Lightning Web Security, while everything fails now and then. */
import { ROOT, runBin } from './lib/steps.ts';

const built = await runBin('tsx', [`${ROOT}/scripts/build.ts`]);
const env = { PACELINE_CHAOS_CALLS: process.env['PACELINE_CHAOS_CALLS'] ?? '200' };
process.exit(
  built === 0 ? await runBin('playwright', ['test', 'chaos', '--timeout', '1800000'], env) : built,
);
