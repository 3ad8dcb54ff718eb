import { SITUATIONS } from '../../../src/rules/lint/situations.ts';
import type { Situation } from '../../../src/rules/lint/situations.ts';
import { parseRuleset } from '../../../src/rules/parse-ruleset.ts';
import { planActions } from '../../../src/rules/plan-actions.ts';
import { PRESETS } from '../../../src/rules/presets/presets.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { sampleCall, sampleEvent } from '../sample-call.ts';
import { RECOMMENDED_LINES } from './recommended-lines.ts';

const [tethered, hvoc, paceline] = PRESETS.map((preset) => parseRuleset(preset));

const title = ({ row, cause, leg, receiving }: Situation): string =>
  `${row.tuple}, ${cause}, ${leg}${receiving ? ', receiving' : ''}`;

function expected({ row, cause, leg, receiving }: Situation): string {
  return RECOMMENDED_LINES.filter(
    (line) =>
      line.tuple === row.tuple &&
      (line.leg ?? leg) === leg &&
      (line.receiving ?? receiving) === receiving &&
      (line.causes ?? [cause]).includes(cause),
  )
    .map((line) => line.actions)
    .join(' ');
}

function planned(rules: readonly Rule[], { row, cause, leg, receiving }: Situation): string {
  const event = sampleEvent(row.tuple, { cause, leg, receiving });
  const plan = planActions({ event, call: sampleCall(), agentName: null, rules });
  return plan.actions.map(({ action }) => action.type).join(' ');
}

describe('the shipped rulesets', () => {
  it('load without a problem', () => {
    expect([tethered, hvoc, paceline].map((loaded) => loaded?.problems)).toEqual([[], [], []]);
    expect([tethered, hvoc, paceline].map((loaded) => loaded?.rules.length)).toEqual([18, 18, 6]);
  });

  it('have labels and names that fit custom metadata', () => {
    const rules = PRESETS.flatMap((preset) => preset.rules);
    expect(rules.filter(({ label }) => label.length > 40).map(({ label }) => label)).toEqual([]);
    expect(rules.filter(({ key }) => !/^[A-Za-z](?!.*__)\w{0,38}[A-Za-z0-9]$/.test(key))).toEqual([]);
    expect(new Set(rules.map(({ key }) => key.toLowerCase())).size).toBe(rules.length);
  });
});

describe('the literal presets', () => {
  const rules = [...(tethered?.rules ?? []), ...(hvoc?.rules ?? [])];

  it('cover 31 tuples', () => {
    expect(new Set(RECOMMENDED_LINES.map((line) => line.tuple)).size).toBe(31);
  });

  it.each(SITUATIONS.map((situation) => [title(situation), situation] as const))(
    'plan for %s exactly what the tables print',
    (_, situation) => {
      expect(planned(rules, situation)).toBe(expected(situation));
    },
  );
});

describe('paceline-recommended', () => {
  const rules = paceline?.rules ?? [];

  it.each(SITUATIONS.map((situation) => [title(situation), situation] as const))(
    'plans for %s at least what the tables print',
    (_, situation) => {
      const actual = planned(rules, situation).split(' ');
      const missing = expected(situation)
        .split(' ')
        .filter((action) => action !== '' && !actual.includes(action));
      expect(missing).toEqual([]);
    },
  );

  it('logs every call that ends and every call that is missed', () => {
    const ends = SITUATIONS.filter(({ row }) => row.event === 'dropped' || row.event === 'missed');
    expect(ends.filter((situation) => planned(rules, situation) !== 'update-call-log').map(title)).toEqual(
      [],
    );
  });

  it('pops at HVOC inbound connecting, and the later pops of the call are the same piece of work', () => {
    const keys = (['hvoc.inbound.inbound.connecting', 'hvoc.inbound.inbound.connected'] as const).map(
      (tuple) =>
        planActions({
          event: sampleEvent(tuple, { receiving: true }),
          call: sampleCall(),
          agentName: null,
          rules,
        })
          .actions.filter(({ action }) => action.type === 'screen-pop')
          .map(({ key }) => key),
    );
    expect(keys).toEqual([
      ['agent-1|contact-1|1|leg-1|pac_screen_pop|screen-pop'],
      ['agent-1|contact-1|1|leg-1|pac_screen_pop|screen-pop'],
    ]);
  });
});
