import type { WireEndpoint } from '../model/snapshot.ts';
import type { EngineContext } from './engine-context.ts';
import { refuse } from './refusal.ts';
import { phoneEndpoint } from './sim-contact.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

/** Reads what an API call names as its endpoint; refused where it is neither a number in E.164 nor a quick connect. */
export function readEndpoint(context: EngineContext, value: unknown): WireEndpoint {
  const endpoint = (typeof value === 'object' && value !== null ? value : {}) as Partial<WireEndpoint>;
  const known = context.quickConnects.find(
    (candidate) => typeof endpoint.endpointARN === 'string' && candidate.endpointARN === endpoint.endpointARN,
  );
  if (known !== undefined) return { ...known };
  const number = endpoint.phoneNumber ?? null;
  if (endpoint.type !== 'phone_number' || number === null || !E164.test(number)) {
    throw refuse(
      'BadEndpointException',
      `${JSON.stringify(number)} is no phone number in E.164 (+12025550123) and no known quick connect`,
    );
  }
  return phoneEndpoint(number, endpoint.name ?? null);
}
