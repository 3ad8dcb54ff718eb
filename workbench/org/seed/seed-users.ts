import type { FieldValues } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import type { Dml } from '../store/dml.ts';
import type { RecordStore } from '../store/record-store.ts';
import { ADMIN_PROFILE, STANDARD_PROFILE } from './seed-setup.ts';

const AGENTS = [
  { FirstName: 'Robin', LastName: 'Example', Username: 'robin@paceline.example.com' },
  { FirstName: 'Alex', LastName: 'Sample', Username: 'alex@paceline.example.com' },
  { FirstName: 'Jo', LastName: 'Specimen', Username: 'jo@paceline.example.com' },
];
const ADMINISTRATOR = { FirstName: 'Kim', LastName: 'Template', Username: 'kim@paceline.example.com' };
/** What agents are assigned, and what administrators are; a group that is not installed is left out. */
const AGENT_GROUP = 'Paceline_Agents';
const ADMIN_GROUP = 'Paceline_Admins';

const SYSTEM = { userId: '', mode: 'system', isSharingEnforced: false } as const;
const LANGUAGE = {
  EmailEncodingKey: 'UTF-8',
  LanguageLocaleKey: 'en_US',
  LocaleSidKey: 'en_US',
  TimeZoneSidKey: 'America/New_York',
};

export interface SeededUsers {
  /** The first is the default user. */
  readonly agents: readonly string[];
  readonly administrator: string;
}

export function seedUsers(store: RecordStore, dml: Dml): SeededUsers {
  const insertUser = (names: (typeof AGENTS)[number], profileName: string, groupName: string): string => {
    const profile = store.findBy('Profile', 'Name', profileName)[0];
    const id = dml.insert(SYSTEM, 'User', {
      ...names,
      ...LANGUAGE,
      Alias: names.FirstName.toLowerCase(),
      Email: names.Username,
      ProfileId: profile?.Id ?? null,
    });
    const group = store.findBy('PermissionSetGroup', 'DeveloperName', groupName)[0];
    const assignment: FieldValues = { AssigneeId: id, PermissionSetGroupId: group?.Id ?? null };
    if (group !== undefined) dml.insert(SYSTEM, 'PermissionSetAssignment', assignment);
    return id;
  };
  return {
    agents: AGENTS.map((names) => insertUser(names, STANDARD_PROFILE, AGENT_GROUP)),
    administrator: insertUser(ADMINISTRATOR, ADMIN_PROFILE, ADMIN_GROUP),
  };
}

/** Of a user's profile. */
export function profileNameOf(store: RecordStore, userId: string): string {
  return textOf(store.find(textOf(store.find(userId), 'ProfileId')), 'Name');
}
