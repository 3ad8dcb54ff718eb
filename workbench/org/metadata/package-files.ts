import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';

/** All `-meta.xml` files below a folder, with paths relative to it, sorted by path. Throws when the folder does not exist. */
export function readMetadataFiles(folder: string): readonly MetadataFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('-meta.xml'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.split(path.sep).includes('lwc'))
    .sort()
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      content: readFileSync(file, 'utf8'),
    }));
}
