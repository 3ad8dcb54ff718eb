import { fieldToken, objectToken } from '../../data/tokens.ts';
import type { Type } from '../../model/types.ts';
import type { Environment } from '../environment.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';

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
