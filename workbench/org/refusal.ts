import type { PlatformError } from '../../src/model/apex-contract.ts';

/** An error as the platform answers it: HTTP status plus the body that a Lightning component sees as `error.body`. */
export interface OrgErrorResponse {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The org answered with an error. A server sends `response` as it stands; the page rejects with it. */
export class OrgRefusal extends Error {
  readonly response: OrgErrorResponse;

  constructor(status: number, statusText: string, body: Readonly<Record<string, unknown>>) {
    super(typeof body['message'] === 'string' ? body['message'] : statusText);
    this.name = 'OrgRefusal';
    this.response = { ok: false, status, statusText, body };
  }
}

/** No answer came back. `happened`: the org did the work, only the response was lost. A server cuts the connection. */
export class ConnectionLost extends Error {
  readonly happened: boolean;

  constructor(happened: boolean) {
    super('Network connection lost');
    this.name = 'ConnectionLost';
    this.happened = happened;
  }
}

/** A write that the org's rules refuse, before it is shaped for Apex or for the User Interface API. */
export class DmlRefusal extends Error {
  readonly error: PlatformError;

  constructor(statusCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'DmlRefusal';
    this.error = { statusCode, message, fields };
  }
}

/** The error of an Apex method that threw, as an imperative call from a component receives it. */
export function apexRefusal(message: string, exceptionType: string, stackTrace = ''): OrgRefusal {
  return new OrgRefusal(500, 'Server Error', {
    message,
    exceptionType,
    isUserDefinedException: !exceptionType.startsWith('System.'),
    stackTrace,
  });
}
