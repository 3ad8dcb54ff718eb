import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { describeBuildError } from '../workbench/bundle/build-errors.ts';
import { DEFAULT_PORT, startWorkbench } from '../workbench/server/start-workbench.ts';

const USAGE = 'Usage: npm start -- [--port <number>] [--no-watch]';

function readPort(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port ${text ?? ''} is not a port number.\n${USAGE}`);
}

try {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-watch': { type: 'boolean', default: false } },
  });
  const port = readPort(values.port);
  const started = performance.now();
  console.log('Building the components and the page ...');
  const workbench = await startWorkbench({ port, watch: !values['no-watch'] });
  console.log(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  console.log(`\n  Workbench   ${workbench.url}`);
  console.log(`  CCP         ${workbench.ccpUrl}\n`);
  console.log('Stop with Ctrl+C.');
} catch (error) {
  console.error(
    `The workbench could not be started.\n${describeBuildError(error, resolve(import.meta.dirname, '..'))}`,
  );
  process.exitCode = 1;
}
