import type { ApexObject, StackLine } from './values.ts';

/** Where in the sources. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
}

/** What the platform's compiler would refuse. */
export class CompileError extends Error {
  readonly position: SourcePosition;
  constructor(position: SourcePosition, message: string) {
    super(`${position.file}:${position.line} ${message}`);
    this.name = 'CompileError';
    this.position = position;
  }
}

/** What this runtime does not know: it is refused, never guessed. */
export class UnsupportedApex extends Error {
  readonly what: string;
  /** Where it was found out when the code ran, the innermost method first. */
  apexStack: readonly StackLine[] = [];
  readonly position: SourcePosition | undefined;
  constructor(what: string, position?: SourcePosition) {
    super(
      `${position === undefined ? '' : `${position.file}:${position.line} `}the Apex runtime does not know ${what}; ` +
        'teach it (tools/apex-runtime/README.md) or write the Apex another way',
    );
    this.name = 'UnsupportedApex';
    this.what = what;
    this.position = position;
  }
}

/** An Apex exception on its way to a catch clause. */
export class ThrownApex extends Error {
  readonly value: ApexObject;
  constructor(value: ApexObject) {
    super(`${value.classModel.name}: ${value.exception?.message ?? ''}`);
    this.name = 'ThrownApex';
    this.value = value;
  }
}

/** A governor limit: ends the transaction, no catch clause sees it. */
export class LimitExceeded extends Error {
  /** Where it happened, the innermost method first; set by the first method that it leaves. */
  apexStack: readonly StackLine[] = [];
  constructor(message: string) {
    super(message);
    this.name = 'LimitExceeded';
  }
}

/** A failed assertion: ends the test, no catch clause sees it. It is reported as a System.AssertException. */
export class AssertionFailed extends Error {
  apexStack: readonly StackLine[] = [];
  constructor(message: string) {
    super(message);
    this.name = 'AssertionFailed';
  }
}
