import { basename } from 'node:path/posix';
import type { Project } from './project.ts';
import { descendants, textOf } from './xml.ts';

/** Names of components of one type, from their files. */
export function namesOf(project: Project, suffix: string): ReadonlySet<string> {
  return project.once(`names ${suffix}`, () => {
    const files = project.files.filter((file) => file.endsWith(suffix));
    return new Set(files.map((file) => decodeURIComponent(basename(file, suffix))));
  });
}

/** Names of custom labels. */
export function labelNames(project: Project): ReadonlySet<string> {
  return project.once('label names', () => {
    const roots = project.files
      .filter((file) => file.endsWith('.labels-meta.xml'))
      .flatMap((file) => project.xml(file) ?? []);
    const labels = roots.flatMap(descendants).filter(({ name }) => name === 'labels');
    return new Set(labels.flatMap((label) => textOf(label, 'fullName') ?? []));
  });
}
