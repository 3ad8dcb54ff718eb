import { handClock, orgAt, outcomeOf } from '../workbench-org/org-at.ts';
import { createOrgLab } from './org-lab.ts';

const apply = (callKey: string, operations: readonly unknown[]): { requestJson: string } => ({
  requestJson: JSON.stringify({ callKey, operations }),
});
const SAVE = { kind: 'save-interaction', key: 'k', fields: {} };

describe('the org that Apex reaches', () => {
  it('undoes all that a request wrote when it fails as a whole', async () => {
    const org = orgAt(handClock());
    org.faults.next({ kind: 'batch-failure' });
    const create = { kind: 'create-record', key: 'c', object: 'Lead', recordType: null, duplicates: 'allow' };
    const lead = { ...create, fields: { LastName: 'Example', Company: 'Example Freight' } };
    expect(
      await outcomeOf(org.handleApex('PacelineInteractionController', 'apply', apply('a|c|1', [SAVE, lead]))),
    ).toEqual({
      ok: false,
      status: 500,
      statusText: 'Server Error',
      body: {
        message: 'Apex CPU time limit exceeded',
        exceptionType: 'System.LimitException',
        isUserDefinedException: false,
        stackTrace: '',
      },
    });
    expect([org.listRecords('Paceline_Interaction__c'), org.listRecords('Lead')]).toEqual([[], []]);
  });

  it('meets another transaction that inserts the same interaction first, and finds its row', async () => {
    const org = orgAt(handClock());
    org.faults.next({ kind: 'duplicate' });
    await org.handleApex('PacelineInteractionController', 'apply', apply('a|c|1', [SAVE]));
    expect(org.listRecords('Paceline_Interaction__c').length).toBe(1);
  });

  it('keeps an event that is published at once although the transaction is undone', () => {
    const lab = createOrgLab();
    const program = lab.load({
      'Setup.cls': `public class Setup {
        public static void start() {
          EventBus.publish(new Paceline_Error__e(Source__c = 'Setup'));
          insert new Lead(LastName = 'Example', Company = 'B');
          Integer zero = 0;
          Integer one = 1 / zero;
        }
      }`,
    });
    expect(() => {
      lab.call(program, 'Setup.start');
    }).toThrow('Divide by 0');
    expect(lab.state.events.map(({ object, fields }) => [object, fields['Source__c']])).toEqual([
      ['Paceline_Error__e', 'Setup'],
    ]);
    expect(lab.list('Lead')).toEqual([]);
  });

  it('forgets the e-mail of a transaction that is undone', () => {
    const lab = createOrgLab();
    const program = lab.load({
      'Setup.cls': `public class Setup {
        public static void send() {
          Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
          mail.setTargetObjectId(UserInfo.getUserId());
          mail.setSaveAsActivity(false);
          mail.setSubject('Done');
          Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
        }
        public static void fail() { send(); Integer zero = 0; Integer one = 1 / zero; }
      }`,
    });
    expect(() => {
      lab.call(program, 'Setup.fail');
    }).toThrow('Divide by 0');
    lab.call(program, 'Setup.send');
    expect(lab.state.emails.map(({ subject }) => subject)).toEqual(['Done']);
  });

  it('gives permissions by profile, permission sets and groups, and at once', () => {
    const { state } = createOrgLab();
    const [agent = ''] = state.users.agents;
    const access = { userId: agent, mode: 'user', isSharingEnforced: true } as const;
    const interaction = 'Paceline_Interaction__c';
    const before = [
      state.permissions.ofObject(access, interaction).create,
      state.permissions.ofField(access, interaction, 'Ledger__c').read,
      state.permissions.ofField(access, interaction, 'Talk_Seconds__c').edit,
      state.permissions.ofField(access, interaction, 'Notes__c').edit,
      state.permissions.seesAll(agent, interaction),
      state.permissions.mayUse(agent, 'Paceline_Use_Softphone'),
    ];
    for (const assignment of state.store.findBy('PermissionSetAssignment', 'AssigneeId', agent)) {
      state.store.remove(assignment.Id);
    }
    expect([before, state.permissions.ofObject(access, interaction).read]).toEqual([
      [true, false, false, true, false, true],
      false,
    ]);
  });

  it('lets administrators see and do everything', () => {
    const { state } = createOrgLab();
    const userId = state.users.administrator;
    const access = { userId, mode: 'user', isSharingEnforced: true } as const;
    expect([
      state.permissions.ofField(access, 'Paceline_Interaction__c', 'Ledger__c'),
      state.permissions.seesAll(userId, 'Paceline_Interaction__c'),
    ]).toEqual([{ read: true, edit: true }, true]);
  });
});
