import path from 'node:path';
import type { ActionRunner, OpenRequest } from '../../src/model/action-runner.ts';
import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';
import type { Clock, Ids } from '../../src/model/ports.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import type { OrgRecord } from '../../workbench/org/org-record.ts';
import { createFakeIds } from './fake-ports.ts';
import { createOrgRunner } from './org-runner.ts';
import { ruleRecord } from './softphone-lab.ts';

const PACKAGE_DIR = path.resolve('force-app');
const SETTINGS_DIRS = [path.resolve('workbench/org/settings')];
const INSTALLED = readInstalledPackage([PACKAGE_DIR, ...SETTINGS_DIRS]);

const FAULT_RATES = {
  latency: 0.3,
  'lost-request': 0.05,
  'lost-response': 0.08,
  '5xx': 0.05,
  'row-lock': 0.05,
  duplicate: 0.05,
  'expired-login': 0.03,
  'batch-failure': 0.05,
};
const MAX_LATENCY_MS = 5_000;
const APPLY = 'PacelineInteractionController.apply';
/** Of each record that is written: somebody else's automation meets a lock, or a value that there is already. */
const LOCK_RATE = 0.01;
const DUPLICATE_RATE = 0.004;
const LOCKED = 'unable to obtain exclusive access to this record or 1 records';
const DUPLICATE =
  'AfterInsert of someone: DUPLICATE_VALUE, duplicate value found: Number__c duplicates value on record with id: 0011';

const CASE_RULE = ruleRecord('case', { events: ['connected'], legs: ['primary'] }, [
  { type: 'create-record', id: 'case', object: 'Case', fields: { Subject: '{!call.contactId}' } },
]);

/** An org that has its moods, with the recommended rules and one more that creates a case. */
export interface ChaosOrg {
  readonly config: ConfigurationResponse;
  /** `opened` hears of the records that open. */
  runner(opened: (recordId: string) => void): ActionRunner;
  /** Answers the record's id. */
  insertCaller(name: string, phone: string): string;
  records(object: string): readonly OrgRecord[];
  offline(isOffline: boolean): void;
  /** The next write is answered after the softphone has stopped waiting for it. */
  sleep(latencyMs: number): void;
  /** Ends all trouble. */
  calm(): void;
}

/** Forgets on the way to the server what an operation is: each attempt counts as a new one. */
function withoutLedger(runner: ActionRunner, ids: Ids): ActionRunner {
  return {
    ...runner,
    async apply(request) {
      const suffix = `#${ids.next()}`;
      const operations = request.operations.map((operation) => ({
        ...operation,
        key: operation.key + suffix,
      }));
      const result = await runner.apply({ ...request, operations });
      if (!result.ok) return result;
      const results = result.value.results.map((one) => ({ ...one, key: one.key.replace(suffix, '') }));
      return { ok: true, value: { ...result.value, results } };
    },
  };
}

export async function createChaosOrg(
  clock: Clock,
  seed: number,
  random: () => number,
  ledger: boolean,
): Promise<ChaosOrg> {
  const ids = createFakeIds('org');
  const org = createOrg({
    packageDir: PACKAGE_DIR,
    settingsDirs: SETTINGS_DIRS,
    installed: INSTALLED,
    clock,
    ids,
    seed: 'empty',
  });
  const loaded = (await org.handleApex('PacelineConfigurationController', 'load', {
    settingName: 'Workbench',
  })) as ConfigurationResponse;
  let isOffline = false;
  let isCalm = false;
  for (const object of ['Case', 'Task', 'Paceline_Interaction__c']) {
    org.admin.addValidationRule({
      object,
      field: null,
      statusCode: 'UNABLE_TO_LOCK_ROW',
      check: () => (!isCalm && random() < LOCK_RATE ? LOCKED : null),
    });
  }
  for (const object of ['Case', 'Task']) {
    org.admin.addValidationRule({
      object,
      field: null,
      statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      check: () => (!isCalm && random() < DUPLICATE_RATE ? DUPLICATE : null),
    });
  }
  org.faults.random({ seed, rates: FAULT_RATES, maxLatencyMs: MAX_LATENCY_MS });

  const setOffline = (value: boolean): void => {
    isOffline = value;
    org.faults.offline(value);
  };
  return {
    config: { ...loaded, rules: [...loaded.rules, CASE_RULE] },
    runner(opened) {
      const noteOpened = ({ target }: OpenRequest): void =>
        target.kind === 'record' ? opened(target.recordId) : undefined;
      const runner = createOrgRunner(org, noteOpened, () => !isOffline);
      return ledger ? runner : withoutLedger(runner, ids);
    },
    insertCaller: (name, phone) => org.admin.insert('Contact', { LastName: name, Phone: phone }),
    records: org.listRecords,
    offline: setOffline,
    sleep: (latencyMs) => org.faults.next({ kind: 'latency', latencyMs, method: APPLY }),
    calm() {
      setOffline(false);
      org.faults.clear();
      isCalm = true;
    },
  };
}
