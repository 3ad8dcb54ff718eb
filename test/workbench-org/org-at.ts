import path from 'node:path';
import { createOrg } from '../../workbench/org/create-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import type { OrgOptions, SimulatedOrg } from '../../workbench/org/simulated-org.ts';

export const NOON = Date.parse('2026-01-05T12:00:00Z');

/** A clock that moves only when told; timers fire in order as time passes over them. */
export interface HandClock {
  now(): number;
  setTimer(delayMs: number, run: () => void): () => void;
  advance(milliseconds: number): void;
}

export function handClock(start = NOON): HandClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    setTimer(delayMs, run) {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = timers.filter((timer) => timer.at <= now).sort((left, right) => left.at - right.at);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.run();
    },
  };
}

const PACKAGE_DIR = path.resolve('force-app');
const SETTINGS_DIRS = [path.resolve('workbench/org/settings')];
const INSTALLED = readInstalledPackage([PACKAGE_DIR, ...SETTINGS_DIRS]);

/** An org over the package of this repository and the workbench's settings. */
export function orgAt(clock: HandClock, more: Partial<OrgOptions> = {}): SimulatedOrg {
  let id = 0;
  return createOrg({
    packageDir: PACKAGE_DIR,
    settingsDirs: SETTINGS_DIRS,
    installed: INSTALLED,
    clock,
    ids: { next: () => `id-${++id}`, random: () => 0.5 },
    seed: 'empty',
    ...more,
  });
}

/** What a refused call answers, or `accepted`. */
export async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    const response = (error as { response?: unknown }).response;
    if (response !== undefined) return response;
    return { name: (error as Error).name, happened: (error as { happened?: boolean }).happened };
  }
}
