import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface ApexSource {
  /** `PacelineLedger.cls` */
  readonly file: string;
  readonly text: string;
}

/** The Apex classes below these folders, sorted by file name. */
export function readApexSources(folders: readonly string[]): readonly ApexSource[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.cls'))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .map((file) => ({ file: path.basename(file), text: readFileSync(file, 'utf8') }))
    .sort((left, right) => (left.file < right.file ? -1 : 1));
}
