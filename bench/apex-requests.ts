import path from 'node:path';
import type { ApplyOperation } from '../src/model/apex-contract.ts';
import { createOrg } from '../workbench/org/create-org.ts';
import { readInstalledPackage } from '../workbench/org/installed-package.ts';
import type { SimulatedOrg } from '../workbench/org/simulated-org.ts';

const NOW = Date.UTC(2026, 0, 5, 9);

/** Processor time since this process began, in milliseconds: a busy machine disturbs it less than the clock. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function benchOrg(): SimulatedOrg {
  const packageDir = path.resolve('force-app');
  const settingsDirs = [path.resolve('workbench/org/settings')];
  let count = 0;
  return createOrg({
    packageDir,
    installed: readInstalledPackage([packageDir, ...settingsDirs]),
    clock: { now: () => NOW, setTimer: () => () => undefined },
    ids: { next: () => `bench-${++count}`, random: () => 0.5 },
    settingsDirs,
  });
}

export type Request = (org: SimulatedOrg, index: number) => Promise<unknown>;

function apply(kind: ApplyOperation): Request {
  return (org, index) => {
    const callKey = `agent|bench-${index}|1`;
    const request = { callKey, operations: [{ ...kind, key: `${callKey}|a` }] };
    return org.handleApex('PacelineInteractionController', 'apply', { requestJson: JSON.stringify(request) });
  };
}

const lookUp: Request = (org) => {
  const strategy = {
    by: 'phone',
    objects: ['Contact', 'Lead', 'Account'],
    number: '+12025550134',
    nationalDigits: '2025550134',
    variants: ['(202) 555-0134', '202-555-0134'],
  };
  const request = { limit: 10, strategies: [strategy] };
  return org.handleApex('PacelineLookupController', 'search', { requestJson: JSON.stringify(request) });
};

/** What a call costs the org, each by itself. */
export const REQUESTS: Readonly<Record<string, Request>> = {
  'apply: create a record': apply({
    kind: 'create-record',
    key: '',
    object: 'Case',
    recordType: null,
    duplicates: 'allow',
    fields: { Subject: 'Call', Origin: 'Phone' },
  }),
  'apply: close the call': apply({
    kind: 'close-interaction',
    key: '',
    fields: { Talk_Seconds__c: 61 },
    task: { Subject: 'Call', Status: 'Completed' },
  }),
  'look-up by number': lookUp,
  configuration: (org) =>
    org.handleApex('PacelineConfigurationController', 'load', { settingName: 'Workbench' }),
};
