import { REQUESTS, benchOrg, cpuMs } from './apex-requests.ts';

/** In a process of its own: how long the very first request takes, classes included. Prints milliseconds. */
const org = benchOrg();
const started = cpuMs();
await REQUESTS['apply: close the call']?.(org, 0);
process.stdout.write(String(cpuMs() - started));
