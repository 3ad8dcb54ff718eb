import type { ApexObject } from '../model/values.ts';

/** `System.DmlException`, `PacelineException`, `Outer.InnerException` */
export function exceptionTypeName(exception: ApexObject): string {
  const { name, isPlatform } = exception.classModel;
  return isPlatform && !name.includes('.') ? `System.${name}` : name;
}

/** An exception that was made without a message says that a script threw it. */
export const exceptionMessage = (exception: ApexObject): string =>
  exception.exception?.message ?? 'Script-thrown exception';

/** `System.MathException: Divide by 0` */
export function exceptionText(exception: ApexObject): string {
  return `${exceptionTypeName(exception)}: ${exceptionMessage(exception)}`;
}
