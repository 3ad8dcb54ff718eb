import { callAuraEnabled, findAuraMethod } from '../../tools/apex-runtime/run/call-aura.ts';
import { failureOf } from '../../tools/apex-runtime/run/failure.ts';
import type { ApexFailure } from '../../tools/apex-runtime/run/failure.ts';
import { ProgramRefused } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import { LimitExceeded, ThrownApex } from '../../tools/apex-runtime/model/errors.ts';
import type { ApexCode } from './apex-code.ts';
import { createApexOrg } from './apex-org.ts';
import type { FaultKind } from './faults.ts';
import type { OrgState } from './org-state.ts';
import { OrgRefusal, apexRefusal } from './refusal.ts';

export interface ApexCall {
  readonly className: string;
  readonly methodName: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** How many operations a request of `PacelineInteractionController.apply` holds. */
function operationCount({ params }: ApexCall): number {
  const text = params['requestJson'];
  if (typeof text !== 'string') return 0;
  const request = JSON.parse(text) as { readonly operations?: readonly unknown[] } | null;
  return request?.operations?.length ?? 0;
}

const stackText = ({ stack }: ApexFailure): string =>
  stack.map(({ owner, line }) => `${owner}: line ${line}, column 1`).join('\n');

/** An exception that reached the component, as it receives it; what is no Apex failure is thrown on. */
function refusalOf(error: unknown): OrgRefusal {
  if (!(error instanceof ThrownApex) && !(error instanceof LimitExceeded)) throw error;
  const failure = failureOf(error);
  const isMeantForAgents = failure.type === 'System.AuraHandledException';
  return apexRefusal(failure.message, failure.type, isMeantForAgents ? '' : stackText(failure));
}

/** Classes that do not compile answer no request. */
function programOf(code: ApexCode): ApexProgram {
  try {
    return code.program();
  } catch (error) {
    if (!(error instanceof ProgramRefused)) throw error;
    throw apexRefusal(`The Apex of the package was refused:\n${error.message}`, 'System.UnexpectedException');
  }
}

/** Calls an `@AuraEnabled` method of the package in a transaction of its own; its answer as the component receives it. */
export function callApex(
  state: OrgState,
  code: ApexCode,
  userId: string,
  call: ApexCall,
  faults: ReadonlySet<FaultKind>,
): unknown {
  const program = programOf(code);
  const name = `${call.className}.${call.methodName}`;
  if (findAuraMethod(program, name) === undefined) {
    throw apexRefusal(`No Apex method ${name}`, 'System.NoAccessException');
  }
  if (!state.permissions.mayCall(userId, call.className)) {
    throw new OrgRefusal(403, 'Forbidden', {
      message: `You do not have access to the Apex class named '${call.className}'.`,
    });
  }
  const org = createApexOrg(state, faults);
  const tx = createTransaction(program, { org, userId, isSharingEnforced: true });
  try {
    const answer = org.transaction(() => {
      const result = callAuraEnabled(program, tx, name, call.params);
      if (faults.has('batch-failure') && operationCount(call) > 1) {
        throw new LimitExceeded('Apex CPU time limit exceeded');
      }
      return result;
    });
    state.jobs.add(program, tx.async, userId);
    return answer;
  } catch (error) {
    throw refusalOf(error);
  }
}
