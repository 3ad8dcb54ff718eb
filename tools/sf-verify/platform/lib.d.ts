/** As much of the language's library as the declarations of the platform need; the check looks at nothing else. */
interface Array<T> {
  length: number;
  [index: number]: T;
}
interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
}
interface Boolean {
  valueOf(): boolean;
}
interface Function {
  readonly name: string;
}
interface CallableFunction extends Function {
  readonly length: number;
}
interface NewableFunction extends Function {
  readonly length: number;
}
interface IArguments {
  readonly length: number;
}
interface Number {
  valueOf(): number;
}
interface Object {
  toString(): string;
}
interface RegExp {
  readonly source: string;
}
interface String {
  valueOf(): string;
}
interface Symbol {
  valueOf(): symbol;
}
type SymbolConstructor = (description?: string) => symbol;
declare const Symbol: SymbolConstructor;
interface Promise<T> {
  then(done: (value: T) => unknown, failed?: (reason: unknown) => unknown): Promise<unknown>;
  catch(failed: (reason: unknown) => unknown): Promise<unknown>;
  finally(done: () => unknown): Promise<T>;
}
type Record<K extends string, T> = Record<K, T>;
