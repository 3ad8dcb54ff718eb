import { describeFailure } from '../failure.ts';

const APEX = { exceptionType: 'System.DmlException', isUserDefinedException: false, stackTrace: '' };

/** Rejections in the shapes that the platform sends, and how the core shall see them. */
const REJECTIONS: readonly [string, unknown, ReturnType<typeof describeFailure>][] = [
  [
    'a DML exception names its status code and does not heal',
    {
      ok: false,
      status: 500,
      statusText: 'Server Error',
      body: {
        ...APEX,
        message: 'Insert failed. first error: REQUIRED_FIELD_MISSING, [LastName]: [LastName]',
      },
    },
    {
      code: 'REQUIRED_FIELD_MISSING',
      message: 'Insert failed. first error: REQUIRED_FIELD_MISSING, [LastName]: [LastName]',
      heals: false,
    },
  ],
  [
    'a row lock heals',
    { status: 500, body: { ...APEX, message: 'UNABLE_TO_LOCK_ROW, unable to obtain exclusive access' } },
    {
      code: 'UNABLE_TO_LOCK_ROW',
      message: 'UNABLE_TO_LOCK_ROW, unable to obtain exclusive access',
      heals: true,
    },
  ],
  [
    'a row lock inside an automation heals, whatever code the automation has',
    {
      status: 500,
      body: {
        ...APEX,
        message:
          'Update failed. first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Tr: execution of AfterUpdate caused by: UNABLE_TO_LOCK_ROW',
      },
    },
    {
      code: 'UNABLE_TO_LOCK_ROW',
      message:
        'Update failed. first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Tr: execution of AfterUpdate caused by: UNABLE_TO_LOCK_ROW',
      heals: true,
    },
  ],
  [
    'an Apex exception without a code is final',
    { status: 500, body: { ...APEX, message: 'The request is not JSON' } },
    { code: 'HTTP_500', message: 'The request is not JSON', heals: false },
  ],
  [
    'a server error without an Apex exception heals',
    { status: 503, statusText: 'Service Unavailable', body: { message: 'Server busy' } },
    { code: 'HTTP_503', message: 'Server busy', heals: true },
  ],
  [
    'a body that is missing leaves the status text',
    { status: 502, statusText: 'Bad Gateway' },
    { code: 'HTTP_502', message: 'Bad Gateway', heals: true },
  ],
  [
    'an expired session heals with the next login',
    { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] },
    { code: 'INVALID_SESSION_ID', message: 'Session expired or invalid', heals: true },
  ],
  [
    'too many requests heal',
    { status: 429, body: { message: 'Slow down' } },
    { code: 'HTTP_429', message: 'Slow down', heals: true },
  ],
  [
    'a field error of the UI API comes before the general message',
    {
      status: 400,
      body: {
        statusCode: 400,
        message: 'An error occurred while trying to update the record.',
        output: {
          errors: [],
          fieldErrors: {
            Email: [{ errorCode: 'INVALID_EMAIL_ADDRESS', message: 'Email: invalid email address' }],
          },
        },
      },
    },
    { code: 'INVALID_EMAIL_ADDRESS', message: 'Email: invalid email address', heals: false },
  ],
  [
    'a request that was cut off heals',
    { status: 400, body: { message: 'Disconnected or Canceled' } },
    { code: 'OFFLINE', message: 'Disconnected or Canceled', heals: true },
  ],
  [
    'a failed fetch heals',
    new TypeError('Failed to fetch'),
    { code: 'OFFLINE', message: 'Failed to fetch', heals: true },
  ],
  [
    'an error of the workspace API keeps its words',
    new Error('Not a console app'),
    { code: 'UNKNOWN', message: 'Not a console app', heals: false },
  ],
  ['a text keeps its words', 'No such tab', { code: 'UNKNOWN', message: 'No such tab', heals: false }],
  [
    'nothing at all is still a sentence',
    undefined,
    { code: 'UNKNOWN', message: 'The platform gave no reason', heals: false },
  ],
  [
    'a body of an odd shape is survived',
    { status: 'x', body: { message: 7, output: { errors: [{}] } } },
    { code: 'UNKNOWN', message: 'The platform gave no reason', heals: false },
  ],
];

describe('describeFailure', () => {
  it.each(REJECTIONS)('%s', (_name, rejection, expected) => {
    expect(describeFailure(rejection, true)).toEqual(expected);
  });

  it('calls every failure of an offline browser OFFLINE and healing', () => {
    expect(describeFailure({ status: 400, body: { message: 'Bad request' } }, false)).toEqual({
      code: 'OFFLINE',
      message: 'Bad request',
      heals: true,
    });
  });
});
