import type { LibraryType } from '../../library/registry-contract.ts';
import { given, platformObject, refuse } from '../../library/support.ts';
import type { TestState, Transaction } from '../../model/transaction.ts';
import { ApexId } from '../../model/values.ts';
import type { ApexDatetime, ApexList, ApexObject, PlatformObject } from '../../model/values.ts';

function stateOf(tx: Transaction): TestState {
  return tx.test ?? refuse(tx, 'Test outside of a test');
}

export const TEST_OF_ORG: LibraryType = {
  name: 'Test',
  members: {
    'static startTest():void': (tx) => {
      const test = stateOf(tx);
      if (test.isStarted) tx.raise('UnexpectedException', 'Test.startTest() was called already');
      test.isStarted = true;
      test.outerGovernor = tx.governor;
      tx.governor = tx.governor.fresh(false);
    },
    'static stopTest():void': (tx) => {
      const test = stateOf(tx);
      if (!test.isStarted || test.isStopped) {
        tx.raise('UnexpectedException', 'Test.stopTest() was called without Test.startTest()');
      }
      test.isStopped = true;
      test.runWork(tx);
      tx.governor = test.outerGovernor ?? tx.governor;
      test.outerGovernor = null;
    },
    'static setFixedSearchResults(List<Id>):void': (tx, _type, ids: ApexList | null) => {
      stateOf(tx).fixedSearchResults = given(tx, ids).items.map((id) =>
        id instanceof ApexId ? id.value : String(id),
      );
    },
    'static setCreatedDate(Id,Datetime):void': (tx, _type, id: ApexId | null, at: ApexDatetime | null) => {
      stateOf(tx);
      tx.org.setCreatedDate(given(tx, id).value, new Date(given(tx, at, 2).ms).toISOString());
    },
    'static testSandboxPostCopyScript(SandboxPostCopy,Id,Id,String):void': (
      tx,
      _type,
      script: ApexObject | null,
      organizationId: ApexId | null,
      sandboxId: ApexId | null,
      name: string | null,
    ) => {
      stateOf(tx);
      const context = platformObject(tx, 'SandboxContext', { organizationId, sandboxId, name });
      tx.callByName(given(tx, script), 'runApexClass', [context]);
    },
  },
};

interface Sandbox {
  readonly organizationId: ApexId | null;
  readonly sandboxId: ApexId | null;
  readonly name: string | null;
}

const sandboxOf = (self: PlatformObject): Sandbox => self.state as Sandbox;

export const SANDBOX_TYPES: readonly LibraryType[] = [
  {
    name: 'SandboxPostCopy',
    isInterface: true,
    members: { 'runApexClass(SandboxContext):void': () => null },
  },
  {
    name: 'SandboxContext',
    members: {
      'organizationId():Id': (_tx, self: PlatformObject) => sandboxOf(self).organizationId,
      'sandboxId():Id': (_tx, self: PlatformObject) => sandboxOf(self).sandboxId,
      'sandboxName():String': (_tx, self: PlatformObject) => sandboxOf(self).name,
    },
  },
];
