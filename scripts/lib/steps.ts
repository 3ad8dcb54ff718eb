import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The repository's root, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const CORES = availableParallelism();

/** Result of a step: its exit code, and how long it took in milliseconds. */
export interface StepResult {
  readonly name: string;
  readonly code: number;
  readonly ms: number;
}

/** Takes what a command prints, piece by piece. */
export type Print = (text: string) => void;

/**
 * Runs a command; its output goes to the terminal, or to `print`. Never throws, a missing program is exit code 127.
 */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  print?: Print,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: print === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    if (print !== undefined) {
      child.stdout?.setEncoding('utf8').on('data', print);
      child.stderr?.setEncoding('utf8').on('data', print);
    }
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 143)));
  });
}

const PACKAGE_OF: Readonly<Record<string, string>> = {
  depcruise: 'dependency-cruiser',
  eslint: 'eslint',
  jest: 'jest',
  playwright: '@playwright/test',
  prettier: 'prettier',
  stryker: '@stryker-mutator/core',
  tsc: 'typescript',
  tsx: 'tsx',
};

/** Runs a program of an installed package, without npx and without the shell, so that it works on every system. */
export function runBin(
  name: keyof typeof PACKAGE_OF,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  print?: Print,
): Promise<number> {
  const folder = `${ROOT}/node_modules/${PACKAGE_OF[name]}`;
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[name];
  return run(process.execPath, [`${folder}/${file}`, ...args], env, print);
}

/** Announces a step, runs it, and says how it ended. */
export async function step(name: string, body: () => Promise<number>): Promise<StepResult> {
  console.log(`\n> ${name}`);
  const started = performance.now();
  const code = await body();
  const ms = Math.round(performance.now() - started);
  console.log(`${code === 0 ? 'ok' : `FAILED (exit ${code})`}: ${name}, ${(ms / 1000).toFixed(1)} s`);
  return { name, code, ms };
}

export type Check = readonly [name: string, body: (print: Print) => Promise<number>];

/** Runs checks side by side, as many as there are cores; each prints all it has to say when it ends. */
export async function runChecks(checks: readonly Check[]): Promise<StepResult[]> {
  const waiting = [...checks.entries()];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, [name, body]] = next;
      let output = '';
      const started = performance.now();
      const code = await body((text) => {
        output += text;
      });
      const ms = Math.round(performance.now() - started);
      console.log(
        `\n> ${name}\n${output}${code === 0 ? 'ok' : `FAILED (exit ${code})`}: ${name}, ${(ms / 1000).toFixed(1)} s`,
      );
      results[index] = { name, code, ms };
    }
  };
  await Promise.all(Array.from({ length: CORES }, work));
  return results;
}
