import { basename } from 'node:path/posix';
import type { Project } from '../project.ts';

/** A Lightning web component's folder; `files` are the names in it, paths below it included. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** Every component of the project. */
export function listBundles(project: Project): readonly Bundle[] {
  return project.once('bundles', () => {
    const folders = new Map<string, string[]>();
    for (const file of project.files) {
      const match = /^(.*\/lwc\/[^/]+)\/(.+)$/.exec(file);
      const [folder, name] = [match?.[1], match?.[2]];
      if (folder === undefined || name === undefined) continue;
      folders.set(folder, [...(folders.get(folder) ?? []), name]);
    }
    return [...folders].map(([folder, files]) => ({ name: basename(folder), folder, files }));
  });
}

/** Path of one of the bundle's files if it is there. */
export function bundleFile(bundle: Bundle, name: string): string | null {
  return bundle.files.includes(name) ? `${bundle.folder}/${name}` : null;
}

/** `c-call-card` and `c/callCard` mean the folder `callCard`. */
export function folderNameOf(reference: string): string {
  const name = reference.replace(/^[a-z]+[-/]/, '');
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
