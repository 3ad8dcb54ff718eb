import { enumOrdinal } from '../../language/members.ts';
import type { Type } from '../../model/types.ts';
import { ApexEnum } from '../../model/values.ts';
import type { Environment } from '../environment.ts';

/** All constants of an enum of the sources or of the platform; empty for other types. */
export function enumConstants({ library }: Environment, type: Type): readonly ApexEnum[] {
  const model = type.classModel;
  if (model === undefined) return library.enumConstants(type);
  return model.kind === 'enum'
    ? model.constants.map((name, ordinal) => new ApexEnum(type, name, ordinal))
    : [];
}

export function enumConstant({ library }: Environment, type: Type, name: string): ApexEnum | undefined {
  const model = type.classModel;
  if (model !== undefined) {
    if (model.kind !== 'enum') return undefined;
    const ordinal = enumOrdinal(model, name);
    const spelled = model.constants[ordinal];
    return spelled === undefined ? undefined : new ApexEnum(type, spelled, ordinal);
  }
  return library.enumConstants(type).find((constant) => constant.name.toLowerCase() === name.toLowerCase());
}
