import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, writeIfChanged } from './files.ts';

const RESOURCE_DIR = 'force-app/main/softphone/staticresources';

/** Which Streams the package ships; committed, so that a review sees a changed library. */
interface StreamsRecord {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The bytes of amazon-connect-streams as npm has them, and what identifies them. */
export function readStreams(root: string): { readonly bytes: Buffer; readonly record: StreamsRecord } {
  const dir = join(root, 'node_modules/amazon-connect-streams');
  const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string };
  const file = 'release/connect-streams-min.js';
  const bytes = readFileSync(join(dir, file));
  return {
    bytes,
    record: { package: 'amazon-connect-streams', version, file, bytes: bytes.length, sha256: sha256(bytes) },
  };
}

/** Copies Streams, unmodified, into the static resource; answers the paths that changed. */
export function buildStreamsResource(root: string): string[] {
  const { bytes, record } = readStreams(root);
  const files: [string, string | Uint8Array][] = [
    [join(root, RESOURCE_DIR, 'pacelineStreams.js'), bytes],
    [join(root, 'scripts/build/streams-record.json'), `${JSON.stringify(record, null, 2)}\n`],
  ];
  return files.filter(([path, content]) => writeIfChanged(path, content)).map(([path]) => path);
}
