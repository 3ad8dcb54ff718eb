import type { Implementation, LibraryType } from '../../library/registry-contract.ts';
import { given, platformObject, refuse } from '../../library/support.ts';
import type { AccessMode, SavedPoint, Transaction } from '../../model/transaction.ts';
import { ApexId, ApexList, ApexRecord } from '../../model/values.ts';
import type { ApexObject, Value, ApexMap, PlatformObject } from '../../model/values.ts';
import { failed, succeeded } from '../dml/row-result.ts';
import { runQueryText } from '../dynamic-query.ts';
import { enqueueBatch } from '../jobs/enqueue.ts';
import { accessOf } from '../query/run-query.ts';
import { mergeRows } from '../run-dml.ts';
import { accessMode } from './access-level.ts';
import { DML_MEMBERS } from './dml-members.ts';
import { CONVERT_MEMBERS } from './lead-convert.ts';
import { resultsOf } from './result-types.ts';

/** The place of a savepoint among the valid ones; a rollback to an earlier one ends the later ones. */
function placeOf(tx: Transaction, savepoint: PlatformObject | null): number {
  const place = tx.savepoints.indexOf(given(tx, savepoint).state as SavedPoint);
  return place < 0 ? tx.raise('TypeException', 'Savepoint does not exist') : place;
}

/** A list whatever the query counts. */
function queryList(
  tx: Transaction,
  text: string | null,
  mode: AccessMode | null,
  binds: ApexMap | null,
): Value {
  const answer = runQueryText(tx, text, mode, binds);
  return answer instanceof ApexList ? answer : refuse(tx, 'COUNT() in Database.query');
}

function queryCount(
  tx: Transaction,
  text: string | null,
  mode: AccessMode | null,
  binds: ApexMap | null,
): Value {
  const answer = runQueryText(tx, text, mode, binds);
  return typeof answer === 'number' ? answer : refuse(tx, 'Database.countQuery without COUNT()');
}

const locator = (tx: Transaction, list: Value, text: string | null): PlatformObject =>
  platformObject(tx, 'Database.QueryLocator', { list, text });

function emptyBin(tx: Transaction, value: Value): Value {
  const items = value instanceof ApexList ? value.items : [value];
  tx.governor.count('dmlStatements');
  tx.governor.count('dmlRows', items.length);
  const results = items.map((item) => {
    const id = item instanceof ApexRecord ? item.fields.get('id') : item;
    if (!(id instanceof ApexId)) return tx.raise('NullPointerException', 'Argument 1 cannot be null');
    const outcome = tx.org.purge(accessOf(tx, 'system'), id.value);
    return outcome.ok ? succeeded(id.value) : failed(id.value, outcome.error);
  });
  return resultsOf(tx, 'Database.EmptyRecycleBinResult', value, results);
}

function mergeResults(
  tx: Transaction,
  master: Value,
  duplicates: Value,
  all: boolean,
  mode: AccessMode | null,
): Value {
  const results = mergeRows(tx, master, duplicates, mode ?? tx.defaultMode, all);
  return resultsOf(tx, 'Database.MergeResult', duplicates, results);
}

const MERGED: Readonly<Record<string, string>> = {
  SObject: 'Database.MergeResult',
  Id: 'Database.MergeResult',
  'List<SObject>': 'List<Database.MergeResult>',
  'List<Id>': 'List<Database.MergeResult>',
};

const MERGE_MEMBERS: LibraryType['members'] = Object.fromEntries(
  Object.entries(MERGED).flatMap(([parameter, result]): [string, Implementation][] => [
    [
      `static merge(SObject,${parameter}):${result}`,
      (tx: Transaction, _type: never, master: Value, duplicates: Value) =>
        mergeResults(tx, master, duplicates, true, null),
    ],
    [
      `static merge(SObject,${parameter},Boolean):${result}`,
      (tx: Transaction, _type: never, master: Value, duplicates: Value, all: boolean | null) =>
        mergeResults(tx, master, duplicates, all !== false, null),
    ],
    [
      `static merge(SObject,${parameter},AccessLevel):${result}`,
      (tx: Transaction, _type: never, master: Value, duplicates: Value, level: PlatformObject | null) =>
        mergeResults(tx, master, duplicates, true, accessMode(tx, level)),
    ],
  ]),
);

export const DATABASE: LibraryType = {
  name: 'Database',
  members: {
    ...DML_MEMBERS,
    ...CONVERT_MEMBERS,
    'static query(String):List<SObject>': (tx, _type, text: string | null) => queryList(tx, text, null, null),
    'static query(String,AccessLevel):List<SObject>': (
      tx,
      _type,
      text: string | null,
      level: PlatformObject | null,
    ) => queryList(tx, text, accessMode(tx, level), null),
    'static queryWithBinds(String,Map<String,Object>,AccessLevel):List<SObject>': (
      tx,
      _type,
      text: string | null,
      binds: ApexMap | null,
      level: PlatformObject | null,
    ) => queryList(tx, text, accessMode(tx, level), given(tx, binds, 2)),
    'static countQuery(String):Integer': (tx, _type, text: string | null) => queryCount(tx, text, null, null),
    'static countQuery(String,AccessLevel):Integer': (
      tx,
      _type,
      text: string | null,
      level: PlatformObject | null,
    ) => queryCount(tx, text, accessMode(tx, level), null),
    'static countQueryWithBinds(String,Map<String,Object>,AccessLevel):Integer': (
      tx,
      _type,
      text: string | null,
      binds: ApexMap | null,
      level: PlatformObject | null,
    ) => queryCount(tx, text, accessMode(tx, level), given(tx, binds, 2)),
    'static getQueryLocator(List<SObject>):Database.QueryLocator': (tx, _type, list: ApexList | null) =>
      locator(tx, given(tx, list), null),
    'static getQueryLocator(String):Database.QueryLocator': (tx, _type, text: string | null) =>
      locator(tx, queryList(tx, text, null, null), text),
    'static getQueryLocator(String,AccessLevel):Database.QueryLocator': (
      tx,
      _type,
      text: string | null,
      level: PlatformObject | null,
    ) => locator(tx, queryList(tx, text, accessMode(tx, level), null), text),
    'static getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel):Database.QueryLocator': (
      tx,
      _type,
      text: string | null,
      binds: ApexMap | null,
      level: PlatformObject | null,
    ) => locator(tx, queryList(tx, text, accessMode(tx, level), given(tx, binds, 2)), text),
    'static setSavepoint():Savepoint': (tx) => {
      tx.governor.count('dmlStatements');
      const point: SavedPoint = { mark: tx.org.savepoint(), workCount: tx.async.length };
      tx.savepoints.push(point);
      return platformObject(tx, 'Savepoint', point);
    },
    'static rollback(Savepoint):void': (tx, _type, savepoint: PlatformObject | null) => {
      const { mark, workCount } = given(tx, savepoint).state as SavedPoint;
      tx.governor.count('dmlStatements');
      tx.savepoints.length = placeOf(tx, savepoint) + 1;
      tx.org.rollback(mark);
      tx.async.length = Math.min(tx.async.length, workCount);
    },
    'static releaseSavepoint(Savepoint):void': (tx, _type, savepoint: PlatformObject | null) => {
      tx.savepoints.length = placeOf(tx, savepoint);
    },
    'static executeBatch(Object):Id': (tx, _type, job: ApexObject | null) =>
      new ApexId(enqueueBatch(tx, job, null)),
    'static executeBatch(Object,Integer):Id': (tx, _type, job: ApexObject | null, scope: number | null) =>
      new ApexId(enqueueBatch(tx, job, scope)),
    'static emptyRecycleBin(SObject):Database.EmptyRecycleBinResult': (
      tx,
      _type,
      record: ApexRecord | null,
    ) => emptyBin(tx, given(tx, record)),
    'static emptyRecycleBin(List<SObject>):List<Database.EmptyRecycleBinResult>': (
      tx,
      _type,
      list: ApexList | null,
    ) => emptyBin(tx, given(tx, list)),
    'static emptyRecycleBin(List<Id>):List<Database.EmptyRecycleBinResult>': (
      tx,
      _type,
      list: ApexList | null,
    ) => emptyBin(tx, given(tx, list)),
    ...MERGE_MEMBERS,
  },
};

interface LocatorState {
  readonly list: ApexList;
  readonly text: string | null;
}

interface IteratorState {
  readonly items: readonly Value[];
  at: number;
}

export const QUERY_TYPES: readonly LibraryType[] = [
  { name: 'Savepoint', members: {} },
  {
    name: 'Database.QueryLocator',
    members: {
      'getQuery():String': (tx, self: PlatformObject) =>
        (self.state as LocatorState).text ?? refuse(tx, 'getQuery() of a query that is no text'),
      'iterator():Database.QueryLocatorIterator': (tx, self: PlatformObject) => {
        const state: IteratorState = { items: (self.state as LocatorState).list.items, at: 0 };
        return platformObject(tx, 'Database.QueryLocatorIterator', state);
      },
    },
  },
  {
    name: 'Database.QueryLocatorIterator',
    members: {
      'hasNext():Boolean': (_tx, self: PlatformObject) => {
        const { at, items } = self.state as IteratorState;
        return at < items.length;
      },
      'next():SObject': (tx, self: PlatformObject) => {
        const state = self.state as IteratorState;
        const item = state.items[state.at];
        if (item === undefined) return tx.raise('NoSuchElementException', 'Iterator has no more elements.');
        state.at += 1;
        return item;
      },
    },
  },
];
