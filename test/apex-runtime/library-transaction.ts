import { UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import type { ApexOrg, OrgUser } from '../../tools/apex-runtime/model/apex-org.ts';
import type { Transaction } from '../../tools/apex-runtime/model/transaction.ts';
import type { Type } from '../../tools/apex-runtime/model/types.ts';
import { TypeTable } from '../../tools/apex-runtime/model/types.ts';
import type { Value } from '../../tools/apex-runtime/model/values.ts';
import { defineExceptions } from '../../tools/apex-runtime/language/exceptions.ts';
import { LIBRARY } from '../../tools/apex-runtime/library/library.ts';
import { LibraryIndex } from '../../tools/apex-runtime/library/lookup.ts';
import type { Signature } from '../../tools/apex-runtime/library/lookup.ts';
import { callImplementation } from '../../tools/apex-runtime/library/registry-contract.ts';

/** What `tx.raise` throws in these tests. */
export class Raised extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.name = 'Raised';
    this.type = type;
  }
}

const USER: OrgUser = {
  id: '005000000000001AAA',
  name: 'Agent One',
  firstName: 'Agent',
  lastName: 'One',
  userName: 'agent.one@example.com',
  email: 'agent.one@example.com',
  timeZone: 'Europe/Berlin',
  locale: 'en_US',
  language: 'en_US',
  profileId: '00e000000000001AAA',
  roleId: null,
  userType: 'Standard',
};

export interface LibraryHost {
  readonly tx: Transaction;
  readonly index: LibraryIndex;
  readonly types: TypeTable;
}

/** A transaction without an org behind it: enough for what the library does by itself. */
export function libraryHost(user: Partial<OrgUser> = {}): LibraryHost {
  const types = new TypeTable();
  defineExceptions(types, LIBRARY.exceptions);
  const org: Partial<ApexOrg> = {
    now: () => Date.UTC(2026, 0, 31, 23, 30),
    user: () => ({ ...USER, ...user }),
    organizationId: '00D000000000001AAA',
    organizationName: 'Example',
  };
  const tx: Partial<Transaction> = {
    types,
    classes: new Map(),
    org: org as ApexOrg,
    userId: USER.id,
    memo: new Map(),
    debugLog: [],
    position: { file: 'Case.cls', line: 1 },
    test: null,
    raise: (type: string, message: string): never => {
      throw new Raised(type, message);
    },
  };
  return { tx: tx as Transaction, types, index: new LibraryIndex(LIBRARY, types) };
}

function single(found: readonly Signature[], name: string, argumentCount: number, types: string): Signature {
  const fitting = found.filter(
    ({ parameters }) =>
      parameters.length === argumentCount &&
      (types === '' || parameters.map((type) => type.name).join() === types),
  );
  const [first] = fitting;
  if (first === undefined || fitting.length > 1)
    throw new UnsupportedApex(`${fitting.length} members ${name}(${types}) of ${argumentCount} parameters`);
  return first;
}

/** Calls an instance method; `types` picks one of several overloads: `String,Integer`. */
export function callMethod(
  host: LibraryHost,
  type: Type,
  self: Value,
  name: string,
  args: readonly Value[] = [],
  types = '',
): Value {
  const signature = single(host.index.methods(type, name, false), name, args.length, types);
  return callImplementation(signature.implementation, host.tx, self, args);
}

export function callStatic(
  host: LibraryHost,
  type: string,
  name: string,
  args: readonly Value[] = [],
  types = '',
): Value {
  const found = host.types.find(type);
  if (found === undefined) throw new UnsupportedApex(`the type ${type}`);
  const signature = single(host.index.methods(found, name, true), name, args.length, types);
  return callImplementation(signature.implementation, host.tx, null, args);
}

export function construct(host: LibraryHost, type: Type, args: readonly Value[] = [], types = ''): Value {
  const signature = single(host.index.constructors(type), 'new', args.length, types);
  return callImplementation(signature.implementation, host.tx, null, args);
}
