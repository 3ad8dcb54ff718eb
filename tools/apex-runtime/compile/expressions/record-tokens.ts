import { fieldToken, objectToken } from '../../data/tokens.ts';
import type { Type } from '../../model/types.ts';
import type { Environment } from '../environment.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import { callImplementation } from '../../library/registry-contract.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { Value } from '../../model/values.ts';

/** `Account.SObjectType` and `Account.Name`; undefined: the object has no such field. */
export function staticRecordMember(
  { schema, types }: Environment,
  type: Type,
  name: string,
): ValueOperand | undefined {
  const object = schema.object(type.name);
  if (object === undefined) return undefined;
  if (name.toLowerCase() === 'sobjecttype') {
    const tokenType = types.find('Schema.SObjectType');
    return tokenType && valueOf(tokenType, ({ tx }) => objectToken(tx, object.name));
  }
  const field = object.fields.get(name.toLowerCase());
  const tokenType = types.find('Schema.SObjectField');
  if (field === undefined || tokenType === undefined) return undefined;
  return valueOf(tokenType, ({ tx }) => fieldToken(tx, object.name, field.name));
}

/** `Schema.SObjectType.Account`: the description of the object; undefined: there is no such object. */
export function describedObject(environment: Environment, name: string): ValueOperand | undefined {
  const object = environment.schema.objectName(name);
  if (object === undefined) return undefined;
  const found = described(environment, 'Schema.SObjectType', (tx) => objectToken(tx, object));
  return found && { ...found, describes: { object, isFields: false } };
}

/** `.fields` of a described object, and `.fields.Name`; undefined: it is another member. */
export function describedMember(
  environment: Environment,
  { evaluate, describes }: ValueOperand,
  name: string,
): ValueOperand | undefined {
  if (describes === undefined) return undefined;
  const { object, isFields } = describes;
  if (!isFields) {
    const type = environment.types.find('Schema.DescribeSObjectResult');
    const fields = type && environment.library.property(type, 'fields', false);
    if (fields === undefined || name.toLowerCase() !== 'fields') return undefined;
    return {
      ...valueOf(fields.returnType, (frame) =>
        callImplementation(fields.implementation, frame.tx, evaluate(frame), []),
      ),
      describes: { object, isFields: true },
    };
  }
  const field = environment.schema.object(object)?.fields.get(name.toLowerCase());
  return field && described(environment, 'Schema.SObjectField', (tx) => fieldToken(tx, object, field.name));
}

/** `getDescribe()` of a token. */
function described(
  { types, library }: Environment,
  tokenType: string,
  token: (tx: Transaction) => Value,
): ValueOperand | undefined {
  const type = types.find(tokenType);
  const method =
    type && library.methods(type, 'getDescribe', false).find(({ parameters }) => parameters.length === 0);
  return (
    method &&
    valueOf(method.returnType, ({ tx }) => callImplementation(method.implementation, tx, token(tx), []))
  );
}
