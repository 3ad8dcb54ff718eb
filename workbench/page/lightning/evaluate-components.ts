import type { Modules } from './module-registry.ts';

interface Sandbox {
  evaluateInSandbox(key: string, source: string, context: object): unknown;
  wrapDependency(module: unknown, name: string, key: string): unknown;
}

/** The exports of each `c/…` module. */
export type ComponentModules = Readonly<Record<string, { readonly default?: unknown }>>;

const NAMESPACE = 'c';

/**
 * Runs the components' script and answers what it publishes: inside Lightning Web Security when a sandbox is given,
 * else in the page's own realm.
 */
export function evaluateComponents(
  source: string,
  modules: Modules,
  sandbox: Sandbox | null,
): ComponentModules {
  let published: ComponentModules = {};
  const publish = (exports: ComponentModules): void => {
    published = exports;
  };
  if (sandbox === null) {
    const run = new Function('$lockerEvalContext$', `${source}\n//# sourceURL=components.js`) as (
      context: object,
    ) => void;
    run({ modules, publish });
  } else {
    const wrapped = Object.fromEntries(
      Object.entries(modules).map(([id, module]) => [id, sandbox.wrapDependency(module, id, NAMESPACE)]),
    );
    sandbox.evaluateInSandbox(NAMESPACE, `${source}\n//# sourceURL=components.js`, {
      modules: wrapped,
      publish,
    });
  }
  return published;
}
