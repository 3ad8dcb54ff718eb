import { parseXml } from './xml.ts';
import { makeKeeper } from './project.ts';
import type { Project } from './project.ts';

/** What a case changes of the clean project. */
export interface Overlay {
  /** Contents by path; they replace files or stand beside them. */
  readonly files: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** The project with an overlay, without a copy: what the overlay leaves alone is read and parsed once for all. */
export function overlayProject(base: Project, { files, removed }: Overlay): Project {
  const gone = new Set(removed);
  const paths = [...files.keys(), ...removed];
  const touches = (path: string): boolean =>
    paths.some((changed) => changed === path || changed.startsWith(`${path}/`));
  const once = makeKeeper();
  const ofFile: Project['ofFile'] = (key, path, make) =>
    touches(path) ? once(`${key} of ${path}`, make) : base.ofFile(key, path, make);
  const read = (file: string): string => files.get(file) ?? base.read(file);
  const inFolders = [...files.keys()].filter((file) =>
    base.folders.some((folder) => file.startsWith(`${folder}/`)),
  );
  return {
    root: base.root,
    folders: base.folders,
    files: [...new Set([...base.files, ...inFolders])].filter((file) => !gone.has(file)).sort(),
    absolute: base.absolute,
    exists: (file) => !gone.has(file) && (touches(file) || base.exists(file)),
    bytes: (file) => (files.has(file) ? Buffer.byteLength(read(file)) : base.bytes(file)),
    read,
    xml: (file) =>
      ofFile('xml', file, () => {
        const parsed = parseXml(read(file));
        return parsed.ok ? parsed.root : null;
      }),
    once,
    ofFile,
    shared: base.shared,
  };
}
