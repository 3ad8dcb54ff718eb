import type { LibraryType } from '../../library/registry-contract.ts';
import { given, listOf, platformObject, refuse } from '../../library/support.ts';
import type { Transaction } from '../../model/transaction.ts';
import { PlatformObject } from '../../model/values.ts';
import type { Value, ApexId, ApexList } from '../../model/values.ts';

interface Draft {
  subject: string;
  body: string;
  targetObjectId: string | null;
  toAddresses: readonly string[];
}

const draftOf = (self: PlatformObject): Draft => self.state as Draft;
const textsOf = (list: ApexList | null): readonly string[] => list?.items.map(String) ?? [];

function send(tx: Transaction, mails: ApexList | null): Value {
  const items = given(tx, mails).items as (PlatformObject | null)[];
  tx.governor.count('emailInvocations');
  const type = tx.types.find('Messaging.SendEmailResult') ?? refuse(tx, 'the type Messaging.SendEmailResult');
  return listOf(
    tx,
    type,
    items.map((item) => {
      const mail = given(tx, item);
      tx.org.sendEmail({ ...draftOf(mail), at: tx.org.now(), userId: tx.userId });
      return new PlatformObject(type, null);
    }),
  );
}

export const MESSAGING_TYPES: readonly LibraryType[] = [
  {
    name: 'Messaging',
    members: {
      'static sendEmail(List<Messaging.SingleEmailMessage>):List<Messaging.SendEmailResult>': (
        tx,
        _type,
        mails: ApexList | null,
      ) => send(tx, mails),
      'static sendEmail(List<Messaging.SingleEmailMessage>,Boolean):List<Messaging.SendEmailResult>': (
        tx,
        _type,
        mails: ApexList | null,
      ) => send(tx, mails),
    },
  },
  {
    name: 'Messaging.SingleEmailMessage',
    members: {
      'new()': (tx) => {
        const draft: Draft = { subject: '', body: '', targetObjectId: null, toAddresses: [] };
        return platformObject(tx, 'Messaging.SingleEmailMessage', draft);
      },
      'setTargetObjectId(Id):void': (_tx, self: PlatformObject, id: ApexId | null) => {
        draftOf(self).targetObjectId = id?.value ?? null;
      },
      'setToAddresses(List<String>):void': (_tx, self: PlatformObject, addresses: ApexList | null) => {
        draftOf(self).toAddresses = textsOf(addresses);
      },
      'setSaveAsActivity(Boolean):void': (tx, _self: PlatformObject, saves: boolean | null) => {
        if (saves !== false) refuse(tx, 'an e-mail that is saved as an activity');
      },
      'setSubject(String):void': (_tx, self: PlatformObject, subject: string | null) => {
        draftOf(self).subject = subject ?? '';
      },
      'setPlainTextBody(String):void': (_tx, self: PlatformObject, body: string | null) => {
        draftOf(self).body = body ?? '';
      },
    },
  },
  {
    name: 'Messaging.SendEmailResult',
    members: { 'isSuccess():Boolean': () => true },
  },
];
