import type { AnyStateMachine } from 'xstate';

interface Transition {
  readonly event: string;
  readonly guard: string | null;
  readonly target: string | null;
  readonly actions: readonly string[];
}

interface Node {
  readonly key: string;
  readonly type: string;
  readonly initial?: { readonly target: readonly { readonly key: string }[] } | undefined;
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<
    string,
    readonly {
      readonly eventType: string;
      readonly guard?: unknown;
      readonly target?: readonly { readonly key: string }[] | undefined;
      readonly actions: readonly unknown[];
    }[]
  >;
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const type = (value as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : 'inline';
}

function transitionsOf(node: Node): Transition[] {
  return [...node.transitions.values()].flat().map((transition) => ({
    event: transition.eventType,
    guard: transition.guard === undefined ? null : nameOf(transition.guard),
    target: transition.target?.[0]?.key ?? null,
    actions: transition.actions.map(nameOf),
  }));
}

/** Mermaid reserves the hyphen in state ids. */
function id(key: string): string {
  return key.replaceAll('-', '_');
}

function renderTransition(from: string, { event, guard, target, actions }: Transition): string {
  const condition = guard === null ? '' : ` [${guard}]`;
  const effects = actions.length === 0 ? '' : ` / ${actions.join(', ')}`;
  return `${id(from)} --> ${id(target ?? from)} : ${event}${condition}${effects}`;
}

function render(node: Node, indent: string): string[] {
  const lines: string[] = [];
  const initial = node.initial?.target[0]?.key;
  if (initial !== undefined) lines.push(`${indent}[*] --> ${id(initial)}`);
  for (const child of Object.values(node.states)) {
    if (Object.keys(child.states).length === 0)
      lines.push(`${indent}state "${child.key}" as ${id(child.key)}`);
    else lines.push(`${indent}state ${id(child.key)} {`, ...render(child, `${indent}  `), `${indent}}`);
  }
  for (const child of Object.values(node.states)) {
    for (const transition of transitionsOf(child)) {
      lines.push(`${indent}${renderTransition(child.key, transition)}`);
    }
    if (child.type === 'final') lines.push(`${indent}${id(child.key)} --> [*]`);
  }
  return lines;
}

/** The machine as a Mermaid state diagram, from its definition: every state, and every transition with guard and actions. */
export function renderMachineDiagram(machine: AnyStateMachine): string {
  return ['stateDiagram-v2', ...render(machine.root as unknown as Node, '  ')].join('\n') + '\n';
}
