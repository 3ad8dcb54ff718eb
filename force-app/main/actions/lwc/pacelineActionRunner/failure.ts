import { findHealingCode } from 'c/pacelineCore';
import type { RunnerFailure } from 'c/pacelineCore';

/** Upper-case words joined by underscores: the form of the platform's status codes inside a message. */
const STATUS_CODE = /\b[A-Z]{2,}(?:_[A-Z0-9]+)+\b/;
/** What Lightning says when a request was cut off before it was answered. */
const CUT_OFF = /disconnected or canceled|network ?error|failed to fetch/i;

interface ErrorBody {
  readonly message?: unknown;
  readonly errorCode?: unknown;
  readonly statusCode?: unknown;
  readonly exceptionType?: unknown;
  readonly output?: {
    readonly errors?: readonly ErrorBody[];
    readonly fieldErrors?: Readonly<Record<string, readonly ErrorBody[]>>;
  };
}

interface PlatformRejection {
  readonly status?: unknown;
  readonly statusText?: unknown;
  readonly message?: unknown;
  readonly body?: ErrorBody | readonly ErrorBody[];
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The errors of a body from the most telling to the most general: field errors, record errors, the body itself. */
function listErrors(body: PlatformRejection['body']): readonly ErrorBody[] {
  if (body === undefined || body === null) return [];
  const bodies = Array.isArray(body) ? (body as readonly ErrorBody[]) : [body as ErrorBody];
  return bodies.flatMap((each) => [
    ...Object.values(each.output?.fieldErrors ?? {}).flat(),
    ...(each.output?.errors ?? []),
    each,
  ]);
}

function healsByStatus(status: unknown, isApexException: boolean): boolean {
  if (status === 401 || status === 408 || status === 429) return true;
  // Every Apex exception travels as status 500: only a 500 without one is the server's own trouble.
  return typeof status === 'number' && status >= 500 && !isApexException;
}

/**
 * Reads whatever a call on the platform rejected with: the body of an Apex or UI API error, a workspace API error, an
 * Error. The message is the platform's own. `online` is the browser's opinion of the network.
 */
export function describeFailure(rejection: unknown, online: boolean): RunnerFailure {
  const source: PlatformRejection =
    typeof rejection === 'object' && rejection !== null ? rejection : { message: rejection };
  const errors = listErrors(source.body);
  const message =
    errors.map((each) => asText(each.message)).find((text) => text !== undefined) ??
    asText(source.message) ??
    asText(source.statusText) ??
    'The platform gave no reason';

  if (!online || CUT_OFF.test(message)) return { code: 'OFFLINE', message, heals: true };

  const codes = errors
    .map((each) => asText(each.errorCode) ?? asText(each.statusCode))
    .filter((text) => text !== undefined);
  const healing = findHealingCode([...codes, message].join(' '));
  const code =
    healing ??
    codes.find((text) => STATUS_CODE.test(text)) ??
    STATUS_CODE.exec(message)?.[0] ??
    (typeof source.status === 'number' ? `HTTP_${source.status}` : 'UNKNOWN');
  const isApexException = errors.some((each) => asText(each.exceptionType) !== undefined);
  return { code, message, heals: healing !== null || healsByStatus(source.status, isApexException) };
}
