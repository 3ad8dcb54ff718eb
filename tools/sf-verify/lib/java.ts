import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const NEEDED = 17;

/** `java` is the program to start, or the reason why there is none. */
export type Java =
  { readonly ok: true; readonly command: string } | { readonly ok: false; readonly message: string };

const HOW_TO_INSTALL =
  `Install Java ${NEEDED} or newer (a runtime without graphics is enough) and have it on PATH or in JAVA_HOME: ` +
  `Debian and Ubuntu "apt-get install openjdk-${NEEDED}-jre-headless", macOS "brew install openjdk@${NEEDED}", ` +
  `Windows "winget install EclipseAdoptium.Temurin.${NEEDED}.JRE".`;

/** What the program says of itself, or null when it cannot be started. Java prints settings on its error stream. */
function versionText(command: string): string | null {
  const { error, stdout, stderr } = spawnSync(command, ['-XshowSettings:properties', '-version'], {
    encoding: 'utf8',
  });
  return error === undefined ? stdout + stderr : null;
}

/** Looks for a Java runtime of the version that apex-ls and PMD need. */
export function findJava(env: NodeJS.ProcessEnv): Java {
  const home = env['JAVA_HOME'];
  const command = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const text = versionText(command);
  if (text === null) {
    return { ok: false, message: `No Java: "${command}" cannot be started. ${HOW_TO_INSTALL}` };
  }
  const major = Number(/java\.specification\.version = (?:1\.)?(\d+)/.exec(text)?.[1] ?? 0);
  return major >= NEEDED
    ? { ok: true, command }
    : { ok: false, message: `Java ${major} is too old: "${command}". ${HOW_TO_INSTALL}` };
}

/** Program to start; throws with the way to install it. */
export function requireJava(): string {
  const java = findJava(process.env);
  if (!java.ok) throw new Error(java.message);
  return java.command;
}
