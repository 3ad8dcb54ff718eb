import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { walkFiles } from '../../scripts/build/files.ts';

interface LabelsFile {
  readonly CustomLabels?: {
    readonly labels?: readonly { readonly fullName: string; readonly value: string }[];
  };
}

/** Every custom label of the package by its name. */
export function readLabels(root: string): Record<string, string> {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });
  const files = walkFiles(join(root, 'force-app/main')).filter((path) => path.endsWith('.labels-meta.xml'));
  return Object.fromEntries(
    files.flatMap((path) => {
      const content = parser.parse(readFileSync(path, 'utf8')) as LabelsFile;
      return (content.CustomLabels?.labels ?? []).map(({ fullName, value }) => [fullName, value]);
    }),
  );
}
