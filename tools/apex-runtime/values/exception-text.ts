import type { ApexObject } from '../model/values.ts';

/** `System.DmlException`, `PacelineException`, `Outer.InnerException` */
export function exceptionTypeName(exception: ApexObject): string {
  const { name, isPlatform } = exception.classModel;
  return isPlatform && !name.includes('.') ? `System.${name}` : name;
}

/** An exception of the sources that was made without a message says that a script threw it. */
export function exceptionMessage(exception: ApexObject): string | null {
  const message = exception.exception?.message ?? null;
  return message === null && !exception.classModel.isPlatform ? 'Script-thrown exception' : message;
}

/** `System.MathException: Divide by 0` */
export function exceptionText(exception: ApexObject): string {
  return `${exceptionTypeName(exception)}: ${exceptionMessage(exception) ?? 'null'}`;
}
