const INSTANCE = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-4333-8444-555555555555';

export const AGENT_ARN = `${INSTANCE}/agent/66666666-7777-4888-8999-aaaaaaaaaaaa`;

export const queueArn = (name: string): string => `${INSTANCE}/queue/${name}`;
export const stateArn = (name: string): string => `${INSTANCE}/agent-state/${name}`;

const LEG_GROUPS = ['agent', 'customer', 'third', 'third2', 'third3'];

/** Contact ids end in the letter of their label, so that a person can follow them. */
export function contactId(label: string): string {
  return `c0000000-0000-4000-8000-${label.toLowerCase().padStart(12, '0')}`;
}

/** Connection ids name the kind of leg in their second group. */
export function legId(label: string, leg: string): string {
  const group = LEG_GROUPS.indexOf(leg === 'monitor' ? 'agent' : leg);
  if (group < 0) throw new TypeError(`"${leg}" is no leg; use ${LEG_GROUPS.join(', ')}`);
  return `1e900000-000${group}-4000-8000-${label.toLowerCase().padStart(12, '0')}`;
}
