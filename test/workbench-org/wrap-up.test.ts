import { cutText } from '../../src/rules/merge/cut-text.ts';
import { fillTask, followTask } from '../../workbench/org/apex/wrap-up.ts';
import type { OrgRecord } from '../../workbench/org/org-record.ts';

const BOTH = { disposition: 'CallDisposition', notes: 'Description', plain: 'Answered' };
const EDITED = ['Notes__c', 'Disposition__c'];
const lengthOf = (): number => 40;

const row = (notes: string | null, disposition: string | null): OrgRecord => ({
  Id: 'a00',
  attributes: { type: 'Paceline_Interaction__c' },
  Notes__c: notes,
  Disposition__c: disposition,
});
const task = (text: string | null, disposition: string | null): OrgRecord => ({
  Id: '00T',
  attributes: { type: 'Task' },
  Description: text,
  CallDisposition: disposition,
});

describe('a task that follows its interaction', () => {
  it('is left alone when it says already what was entered', () => {
    const rows = { before: row('Asks.', 'Sold'), after: row('Asks.', 'Sold') };
    const written = task('Asks.\r\n\r\nTimes: talk 0:42', 'Sold');
    expect(followTask(written, BOTH, rows, EDITED, lengthOf)).toEqual({});
  });

  it('changes only in what was edited', () => {
    const rows = { before: row('Asks.', 'Sold'), after: row('Asks again.', 'Sold') };
    const written = task('Asks.\n\nTimes: talk 0:42', 'changed by somebody');
    expect(followTask(written, BOTH, rows, ['Notes__c'], lengthOf)).toEqual({
      Description: 'Asks again.\n\nTimes: talk 0:42',
    });
  });

  it('has no text left when the notes were all of it', () => {
    const rows = { before: row('Asks.', null), after: row(null, null) };
    expect(followTask(task('Asks.', null), BOTH, rows, EDITED, lengthOf)).toEqual({
      Description: '',
      CallDisposition: 'Answered',
    });
  });

  it.each([37, 38, 39, 40, 41, 60])('finds %i characters of notes again where 40 fit', (count) => {
    const notes = 'n'.repeat(count);
    const fields = { disposition: 'CallDisposition', notes: 'Description' };
    const filled = fillTask({ Description: 'Times: talk 0:42' }, fields, row(notes, null));
    const written = task(cutText(String(filled.task['Description']), 40), null);
    const rows = { before: row(notes, null), after: row('Short.', null) };
    const changes = followTask(written, BOTH, rows, ['Notes__c'], lengthOf);
    expect(['Short.', 'Short.\n\n…']).toContain(changes['Description']);
  });
});
