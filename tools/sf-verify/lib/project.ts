import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { walkFiles } from '../../../scripts/build/files.ts';
import { parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** Folders that hold metadata without being package directories. */
const EXTRA_FOLDERS = ['demo-app', 'config/templates', 'test/org/main'];
const IGNORED = /(^|\/)(__tests__|__mocks__|node_modules)\//;

/** An SFDX project on disk; every path is relative to `root` and uses `/`. */
export interface Project {
  readonly root: string;
  /** Package directories of sfdx-project.json that exist, then other folders with metadata. */
  readonly folders: readonly string[];
  /** Every file in them but component tests, sorted. */
  readonly files: readonly string[];
  readonly absolute: (file: string) => string;
  readonly exists: (file: string) => boolean;
  readonly bytes: (file: string) => number;
  readonly read: (file: string) => string;
  /** The file's root element, or null when it is not well-formed XML (the metadata checker says so). */
  readonly xml: (file: string) => XmlElement | null;
  /** The value of `make`, made once for this project. */
  readonly once: <T>(key: string, make: () => T) => T;
  /** The value of `make`, made once for one file or folder: `make` must look at nothing else of the project. */
  readonly ofFile: <T>(key: string, path: string, make: () => T) => T;
  /** The value of `make`, made once for this project and those laid over it: `make` must look at no project. */
  readonly shared: <T>(key: string, make: () => T) => T;
}

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly path?: string }[];
}

function packageFolders(root: string): string[] {
  const file = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as ProjectFile;
  return (file.packageDirectories ?? []).flatMap(({ path }) => (path === undefined ? [] : [path]));
}

/** Keeps each value under its key. */
export function makeKeeper(): <T>(key: string, make: () => T) => T {
  const kept = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
}

/** Paths below `folder`, relative to `root`, with `/`. */
export function listFiles(root: string, folder: string): string[] {
  return walkFiles(join(root, folder)).map((path) => relative(root, path).split(sep).join('/'));
}

export function openProject(root: string): Project {
  const named = [...new Set([...packageFolders(root), ...EXTRA_FOLDERS])];
  const folders = named.filter(
    (folder) => existsSync(join(root, folder)) && !named.some((other) => folder.startsWith(`${other}/`)),
  );
  const absolute = (file: string): string => join(root, file);
  const once = makeKeeper();
  const ofFile: Project['ofFile'] = (key, path, make) => once(`${key} of ${path}`, make);
  const read = (file: string): string => ofFile('text', file, () => readFileSync(absolute(file), 'utf8'));
  return {
    root,
    folders,
    files: folders.flatMap((folder) => listFiles(root, folder)).filter((file) => !IGNORED.test(file)),
    absolute,
    exists: (file) => existsSync(absolute(file)),
    bytes: (file) => statSync(absolute(file)).size,
    read,
    xml: (file) =>
      ofFile('xml', file, () => {
        const parsed = parseXml(read(file));
        return parsed.ok ? parsed.root : null;
      }),
    once,
    ofFile,
    shared: once,
  };
}
