import { endLeg, placeCall } from './call-verbs.ts';
import type { AgentVerbs } from './ccp-engine-types.ts';
import { contactById, contactFor } from './contact-rules.ts';
import { readEndpoint } from './endpoints.ts';
import type { EngineContext } from './engine-context.ts';
import { addThirdParty } from './leg-verbs.ts';
import { refuse } from './refusal.ts';

type Params = Readonly<Record<string, unknown>>;
type ApiMethod = (params: Params) => unknown;

/** The methods of the CCP's API, by the name that an `api_request` carries. Each returns its `data` or refuses. */
export function createApiMethods(context: EngineContext, verbs: AgentVerbs): ReadonlyMap<string, ApiMethod> {
  const id = (params: Params, name = 'contactId'): string => {
    const value = params[name];
    if (typeof value === 'string' && value !== '') return value;
    throw refuse('InvalidParameterException', `${name} is missing`);
  };
  const legOf = (params: Params): [contactId: string, legId: string] => [
    contactById(context, id(params)).wire.contactId,
    id(params, 'connectionId'),
  ];
  const done = (run: (params: Params) => void): ApiMethod => {
    return (params) => {
      run(params);
      return {};
    };
  };
  const addLeg = done((params) => {
    const contact = contactFor(context, 'consult', id(params));
    addThirdParty(context, contact, readEndpoint(context, params['endpoint']));
  });
  const noEffect: ApiMethod = () => ({});

  return new Map<string, ApiMethod>([
    ['acceptContact', done((params) => verbs.accept(id(params)))],
    ['rejectContact', done((params) => verbs.reject(id(params)))],
    ['clearContact', done((params) => verbs.clear(id(params)))],
    ['completeContact', done((params) => verbs.clear(id(params)))],
    ['holdConnection', done((params) => verbs.hold(...legOf(params)))],
    ['resumeConnection', done((params) => verbs.resume(...legOf(params)))],
    ['toggleActiveConnections', done((params) => verbs.swap(id(params)))],
    ['conferenceConnections', done((params) => verbs.conference(id(params)))],
    ['muteParticipant', done((params) => verbs.mute(true, id(params)))],
    ['unmuteParticipant', done((params) => verbs.mute(false, id(params)))],
    ['createAdditionalConnection', addLeg],
    ['addNewConnection', addLeg],
    [
      'destroyConnection',
      done((params) => {
        const contact = contactById(context, id(params));
        endLeg(context, contact, id(params, 'connectionId'));
      }),
    ],
    [
      'createOutboundContact',
      done((params) => placeCall(context, readEndpoint(context, params['endpoint']))),
    ],
    [
      'putAgentState',
      done((params) => {
        const name = (params['state'] as { name?: unknown } | null | undefined)?.name;
        if (params['enqueueNextState'] === true) verbs.setNextState(String(name));
        else verbs.setState(String(name));
      }),
    ],
    ['getEndpoints', () => ({ endpoints: context.quickConnects, nextToken: null })],
    ['getAgentConfiguration', () => ({ configuration: context.configuration })],
    ['getAgentStates', () => ({ states: context.configuration.agentStates, nextToken: null })],
    ['getAgentPermissions', () => ({ permissions: context.configuration.permissions, nextToken: null })],
    ['getDialableCountryCodes', () => ({ countryCodes: context.configuration.dialableCountries })],
    ['getRoutingProfileQueues', () => ({ queues: context.configuration.routingProfile.queues })],
    ['sendDigits', (params) => (legOf(params), {})],
    ['notifyContactIssue', noEffect],
    ['createTransport', noEffect],
    ['sendClientLogs', noEffect],
    ['sendSoftphoneCallMetrics', noEffect],
    ['sendSoftphoneCallReport', noEffect],
    ['updateAgentConfiguration', noEffect],
  ]);
}
