import type { Dml } from '../store/dml.ts';

const USERS = [
  { FirstName: 'Robin', LastName: 'Example', Username: 'robin@paceline.example.com' },
  { FirstName: 'Alex', LastName: 'Sample', Username: 'alex@paceline.example.com' },
  { FirstName: 'Jo', LastName: 'Specimen', Username: 'jo@paceline.example.com' },
];

/** Inserts three agents and answers their ids; the first is the default user. */
export function seedUsers(dml: Dml): readonly string[] {
  return USERS.map((user) =>
    dml.insert({ userId: '', mode: 'system' }, 'User', { ...user, Email: user.Username }),
  );
}
