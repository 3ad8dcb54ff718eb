import { createMachine } from 'xstate';
import { contactMachine } from '../../src/contact/contact-machine.ts';
import { dialerMachine } from '../../src/contact/dialer-machine.ts';
import { renderMachineDiagram } from '../../src/contact/machine-diagram.ts';

describe('the diagram of a machine', () => {
  it('shows states, nested states, transitions with guard and actions, and the end', () => {
    const machine = createMachine({
      initial: 'on-line',
      states: {
        'on-line': {
          initial: 'talk',
          on: { hold: { guard: 'may', target: '.wait', actions: ['note'] }, blink: { actions: 'note' } },
          states: { talk: {}, wait: {} },
        },
        over: { type: 'final' },
      },
    });
    expect(renderMachineDiagram(machine)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> on_line',
        '  state on_line {',
        '    [*] --> talk',
        '    state "talk" as talk',
        '    state "wait" as wait',
        '  }',
        '  state "over" as over',
        '  on_line --> wait : hold [may] / note',
        '  on_line --> on_line : blink / note',
        '  over --> [*]',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['contact', contactMachine],
    ['dialer', dialerMachine],
  ] as const)('names every guard and action of the %s machine', (_name, machine) => {
    const diagram = renderMachineDiagram(machine);
    const { guards, actions } = machine.implementations;
    const missing = [...Object.keys(guards), ...Object.keys(actions)].filter(
      (name) => !diagram.includes(name),
    );
    expect(missing).toEqual([]);
    expect(diagram).not.toContain('inline');
  });
});
