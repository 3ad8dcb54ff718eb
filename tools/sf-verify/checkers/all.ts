import { access } from './access.ts';
import { apex } from './apex.ts';
import { apexHabits } from './apex-habits.ts';
import { auraMethods } from './aura-methods.ts';
import { crossReferences } from './cross-references.ts';
import { customMetadata } from './custom-metadata.ts';
import { deployable } from './deployable.ts';
import { fields } from './fields.ts';
import { lwcBundles } from './lwc-bundles.ts';
import { lwcCompile } from './lwc-compile.ts';
import { lwcLint } from './lwc-lint.ts';
import { lwcPlatform } from './lwc-platform.ts';
import { lwcReferences } from './lwc-references.ts';
import { lwcTemplates } from './lwc-templates.ts';
import { metadataXml } from './metadata-xml.ts';
import { names } from './names.ts';
import { pages } from './pages.ts';
import { pmd } from './pmd.ts';
import { projectDefinition } from './project-definition.ts';
import { rules } from './rules.ts';
import { soql } from './soql.ts';
import { views } from './views.ts';
import type { Checker } from '../lib/checker.ts';

/** All checkers; the first ones start programs of their own and so come first when they run side by side. */
export const CHECKERS: readonly Checker[] = [
  pmd,
  apex,
  soql,
  auraMethods,
  apexHabits,
  metadataXml,
  customMetadata,
  rules,
  fields,
  crossReferences,
  access,
  pages,
  views,
  names,
  projectDefinition,
  deployable,
  lwcCompile,
  lwcReferences,
  lwcPlatform,
  lwcTemplates,
  lwcBundles,
  lwcLint,
];
