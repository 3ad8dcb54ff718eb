import { UnsupportedApex } from '../../model/errors.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { Type } from '../../model/types.ts';
import { ApexObject } from '../../model/values.ts';
import type { DmlError, ExceptionState, StackLine } from '../../model/values.ts';
import { exceptionMessage, exceptionText, exceptionTypeName } from '../../values/exception-text.ts';
import { STATUS_CODE } from '../enums.ts';
import type { LibraryType } from '../registry-contract.ts';
import { enumValue, given, refuse, strings } from '../support.ts';

function stateOf(tx: Transaction, self: ApexObject): ExceptionState {
  return self.exception ?? refuse(tx, `${self.classModel.name} as an exception`);
}

const WITH_ROWS = ['DmlException', 'EmailException'];

function rowsOf(tx: Transaction, self: ApexObject): readonly DmlError[] {
  return WITH_ROWS.includes(self.classModel.name)
    ? stateOf(tx, self).rows
    : tx.raise('TypeException', 'DML Exception methods only for a DmlException');
}

function rowOf(tx: Transaction, self: ApexObject, index: number | null): DmlError {
  const at = given(tx, index);
  const rows = rowsOf(tx, self);
  return rows[at] ?? tx.raise('ListException', `List index out of bounds: ${at}`);
}

export const stackText = (stack: readonly StackLine[]): string =>
  stack.map((line) => `${line.owner}: line ${line.line}, column 1`).join('\n');

/** Of each exception. Where the class of the sources extends Exception, too. */
export const EXCEPTION: LibraryType = {
  name: 'Exception',
  members: {
    'getMessage():String': (_tx, self: ApexObject) => exceptionMessage(self),
    'setMessage(String):void': (tx, self: ApexObject, message: string | null) => {
      stateOf(tx, self).message = message;
    },
    'getCause():Exception': (tx, self: ApexObject) => stateOf(tx, self).cause,
    'initCause(Exception):void': (tx, self: ApexObject, cause: ApexObject | null) => {
      const state = stateOf(tx, self);
      if (state.cause !== null) refuse(tx, 'initCause of an exception that has a cause');
      state.cause = cause;
    },
    'getTypeName():String': (_tx, self: ApexObject) => exceptionTypeName(self),
    'getLineNumber():Integer': (tx, self: ApexObject) => stateOf(tx, self).stack[0]?.line ?? 0,
    'getStackTraceString():String': (tx, self: ApexObject) => stackText(stateOf(tx, self).stack),
    'toString():String': (_tx, self: ApexObject) => exceptionText(self),
    'getNumDml():Integer': (tx, self: ApexObject) => rowsOf(tx, self).length,
    'getDmlIndex(Integer):Integer': (tx, self: ApexObject, index: number | null) =>
      rowOf(tx, self, index).index,
    'getDmlMessage(Integer):String': (tx, self: ApexObject, index: number | null) =>
      rowOf(tx, self, index).message,
    'getDmlType(Integer):StatusCode': (tx, self: ApexObject, index: number | null) =>
      enumValue(tx, STATUS_CODE, rowOf(tx, self, index).statusCode),
    'getDmlStatusCode(Integer):String': (tx, self: ApexObject, index: number | null) =>
      rowOf(tx, self, index).statusCode,
    'getDmlFieldNames(Integer):List<String>': (tx, self: ApexObject, index: number | null) =>
      strings(tx, [...rowOf(tx, self, index).fields]),
    'getDmlId(Integer):String': (tx, self: ApexObject, index: number | null) => {
      const { recordId } = rowOf(tx, self, index);
      return recordId === null ? null : recordId.slice(0, 15);
    },
  },
};

/** Its message is for components: Apex reads one only after `setMessage`. */
export const AURA_HANDLED_EXCEPTION: LibraryType = {
  name: 'AuraHandledException',
  members: {
    'new(String)': (_tx, type: Type, message: string | null) => {
      const { classModel } = type;
      if (classModel === undefined) throw new UnsupportedApex('AuraHandledException without its class');
      const exception = new ApexObject(classModel);
      exception.exception = { message: null, forComponent: message, cause: null, stack: [], rows: [] };
      return exception;
    },
  },
};
