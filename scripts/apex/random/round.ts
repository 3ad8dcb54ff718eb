import type {
  ApplyRequest,
  ApplyResponse,
  LookUpRequest,
  LookUpResponse,
} from '../../../src/model/apex-contract.ts';
import type { SimulatedOrg } from '../../../workbench/org/simulated-org.ts';
import { OrgRefusal } from '../../../workbench/org/refusal.ts';
import { randomApply, randomLookUp, randomWrapUp, spoiled } from './random-requests.ts';
import type { Draw, KnownIds } from './random-values.ts';

const INTERACTION = 'Paceline_Interaction__c';
const STORED = ['Account', 'Contact', 'Lead', 'Case', 'Task', INTERACTION] as const;
/** What the server notes on the interaction when an operation fails. */
const NOTED: ReadonlySet<string> = new Set([
  ...['Ledger__c', 'Failed_Actions__c', 'Last_Error__c', 'Log_State__c', 'Customer_Number__c'],
  ...[
    'LastModifiedDate',
    'SystemModstamp',
    'LastModifiedById',
    'OwnerId',
    'CreatedById',
    'Name',
    'Id',
    'attributes',
  ],
  ...['CreatedDate', 'Interaction_Key__c', 'Call_Id__c', 'IsDeleted'],
]);
const MAY_CALL = 'System.AuraHandledException';

export class BrokenPromise extends TypeError {}

/** One round of requests to an org, each looked at for what the contract promises whatever is sent. */
export class Round {
  readonly #org: SimulatedOrg;
  readonly #draw: Draw;
  readonly #ids: KnownIds;
  readonly #interactions = new Map<string, string>();
  readonly sent: { readonly method: string; readonly request: unknown }[] = [];

  constructor(org: SimulatedOrg, draw: Draw) {
    this.#org = org;
    this.#draw = draw;
    const account = org.admin.insert('Account', { Name: 'Example Freight', Phone: '202-555-0134' });
    this.#ids = {
      Account: account,
      Contact: org.admin.insert('Contact', {
        LastName: 'Example',
        AccountId: account,
        Phone: '+1 202 555 0134',
      }),
      Lead: org.admin.insert('Lead', { LastName: 'Sample', Company: 'Sample Bakery' }),
      Case: org.admin.insert('Case', { Subject: 'Old' }),
    };
  }

  async step(): Promise<void> {
    const kind = this.#draw.pick([
      'apply',
      'apply',
      'apply',
      'apply',
      'wrap-up',
      'look-up',
      'spoiled',
      'lock',
    ]);
    switch (kind) {
      case 'apply':
        return this.#apply(randomApply(this.#draw, this.#ids));
      case 'wrap-up':
        await this.#call('PacelineInteractionController.saveWrapUp', randomWrapUp(this.#draw));
        return this.#checkRows();
      case 'look-up':
        return this.#lookUp(randomLookUp(this.#draw, this.#ids));
      case 'lock': {
        this.#org.faults.next({ kind: 'row-lock' });
        await this.#call('PacelineInteractionController.apply', randomApply(this.#draw, this.#ids));
        this.#org.faults.clear();
        return this.#checkRows();
      }
      default:
        await this.#call(
          'PacelineInteractionController.apply',
          spoiled(this.#draw, randomApply(this.#draw, this.#ids)),
        );
        return this.#checkRows();
    }
  }

  /** The answer, or null where the request was refused: then nothing at all is written. */
  async #call(method: string, request: unknown): Promise<unknown> {
    const [className = '', methodName = ''] = method.split('.');
    this.sent.push({ method, request });
    const before = this.#records();
    try {
      return await this.#org.handleApex(className, methodName, { requestJson: JSON.stringify(request) });
    } catch (error) {
      if (!(error instanceof OrgRefusal)) throw error;
      const { exceptionType, message } = error.response.body;
      this.#promise(
        exceptionType === MAY_CALL,
        `${String(exceptionType)}: ${String(message)} reached the component`,
      );
      this.#promise(this.#records() === before, `a refused request left a trace (${String(message)})`);
      return null;
    }
  }

  async #apply(request: ApplyRequest): Promise<void> {
    const before = this.#records();
    const method = 'PacelineInteractionController.apply';
    const answer = (await this.#call(method, request)) as ApplyResponse | null;
    this.#checkRows();
    if (answer === null) return;
    const keys = answer.results.map(({ key }) => key);
    this.#promise(
      keys.join() === request.operations.map(({ key }) => key).join(),
      'one result an operation, in order',
    );
    const known = this.#interactions.get(request.callKey) ?? answer.interactionId;
    this.#promise(known === answer.interactionId, 'a call has one interaction');
    this.#interactions.set(request.callKey, known);
    const others = [...this.#interactions].filter(([key, id]) => key !== request.callKey && id === known);
    this.#promise(others.length === 0, `two offers share the interaction ${known}`);
    if (answer.results.every(({ status }) => status === 'failed')) this.#checkOnlyNoted(before);
    await this.#repeat(request, answer);
  }

  async #repeat(request: ApplyRequest, first: ApplyResponse): Promise<void> {
    const before = this.#records();
    const again = (await this.#call('PacelineInteractionController.apply', request)) as ApplyResponse | null;
    if (again === null) throw new BrokenPromise('a request that was answered is refused when it comes again');
    first.results.forEach((result, index) => {
      const repeat = again.results[index];
      if (result.status !== 'done') return;
      this.#promise(
        repeat?.status === 'done' && repeat.repeated && repeat.recordId === result.recordId,
        `operation ${result.key} is carried out again`,
      );
    });
    if (first.results.every(({ status }) => status === 'done')) {
      this.#promise(
        this.#records() === before,
        'a request that was done changes something when it comes again',
      );
    }
    this.#checkRows();
  }

  async #lookUp(request: LookUpRequest): Promise<void> {
    const before = this.#records();
    const answer = (await this.#call('PacelineLookupController.search', request)) as LookUpResponse | null;
    this.#promise(this.#records() === before, 'a look-up writes nothing');
    if (answer === null) return;
    const ids = answer.matches.map(({ recordId }) => recordId);
    this.#promise(ids.length <= request.limit, 'more matches than the limit');
    this.#promise(new Set(ids).size === ids.length, 'a record is found once');
    const ranks = answer.matches.map(({ rank }) => rank);
    this.#promise([...ranks].sort((a, b) => a - b).join() === ranks.join(), 'the best matches come first');
  }

  #records(): string {
    return JSON.stringify(STORED.map((object) => this.#org.listRecords(object)));
  }

  /** One interaction a key, one log a call. */
  #checkRows(): void {
    for (const [object, field] of [
      [INTERACTION, 'Interaction_Key__c'],
      ['Task', 'Paceline_Key__c'],
    ] as const) {
      const keys = this.#org.listRecords(object).flatMap((record) => record[field] ?? []);
      this.#promise(new Set(keys).size === keys.length, `two records of ${object} have one ${field}`);
    }
  }

  /** A refused operation leaves no trace but the note that it was refused. */
  #checkOnlyNoted(before: string): void {
    const [was, is] = [JSON.parse(before), JSON.parse(this.#records())] as Record<string, unknown>[][][];
    const interactions = STORED.indexOf(INTERACTION);
    STORED.forEach((object, index) => {
      if (object === INTERACTION) return;
      this.#promise(
        JSON.stringify(was?.[index]) === JSON.stringify(is?.[index]),
        `a refused operation changed ${object}`,
      );
    });
    for (const row of is?.[interactions] ?? []) {
      const old = was?.[interactions]?.find(({ Id }) => Id === row['Id']) ?? {};
      const changed = Object.keys(row).filter(
        (field) =>
          !NOTED.has(field) && JSON.stringify(row[field] ?? null) !== JSON.stringify(old[field] ?? null),
      );
      const real = changed.filter(
        (field) => 'Id' in old || (row[field] !== null && row[field] !== 0 && row[field] !== false),
      );
      this.#promise(real.length === 0, `a refused operation changed ${real.join(', ')} of the interaction`);
    }
  }

  #promise(isKept: boolean, what: string): void {
    if (!isKept) throw new BrokenPromise(what);
  }
}
