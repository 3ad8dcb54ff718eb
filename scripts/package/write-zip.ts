import type { PackageEntries } from './convert-source.ts';
import type { PackagingTools } from './load-deploy-library.ts';

/** The earliest time that a zip can hold. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** The bytes of a zip that depend on names and contents only: sorted entries, one time for all, no folders. */
export async function writeZip({ Zip }: PackagingTools, entries: PackageEntries): Promise<Buffer> {
  const zip = new Zip();
  for (const [name, content] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    zip.file(name, content, { date: DATE, createFolders: false });
  }
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}
