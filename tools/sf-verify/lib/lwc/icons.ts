import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HERE } from '../packages.ts';
import type { Project } from '../project.ts';

const FOLDER = join(HERE, '../../node_modules/@salesforce-ux/design-system/assets/icons');

function iconsOf(set: string): ReadonlySet<string> {
  const folder = join(FOLDER, set);
  if (!existsSync(folder)) return new Set();
  return new Set(readdirSync(folder).flatMap((name) => /^(.+)\.svg$/.exec(name)?.[1] ?? []));
}

/** Says what is wrong with an icon such as `utility:call`, or null. */
export function iconProblem(project: Project, icon: string): string | null {
  const [set = '', name = ''] = icon.split(':');
  if (!/^(action|custom|doctype|standard|utility)$/.test(set)) {
    return `icon ${icon} must begin with utility:, standard:, action:, custom: or doctype:`;
  }
  const icons = project.shared(`icons ${set}`, () => iconsOf(set));
  return icons.size === 0 || icons.has(name) ? null : `the design system has no icon ${icon}`;
}
