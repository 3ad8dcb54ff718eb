import { createRequire } from 'node:module';
import type { Project } from '../project.ts';
import { listBundles } from './bundles.ts';
import type { Bundle } from './bundles.ts';

/** A diagnostic of the platform's compiler; `level` 0 fatal, 1 error, 2 warning, 3 note. */
export interface Diagnostic {
  readonly message: string;
  readonly level: number;
  readonly filename?: string;
  readonly location?: { readonly line: number };
}

/** Something a bundle needs from outside itself: `id` in the form of `type`. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly file: string;
  readonly locations?: readonly { readonly startLine: number }[];
}

export interface CompiledBundle {
  readonly bundle: Bundle;
  readonly diagnostics: readonly Diagnostic[];
  readonly references: readonly Reference[];
}

interface CompilerOutput {
  readonly diagnostics?: readonly Diagnostic[];
  readonly metadata?: { readonly references?: readonly Reference[] };
}

interface Compiler {
  readonly compile: (options: unknown) => Promise<CompilerOutput>;
}

async function compileBundle(project: Project, compiler: Compiler, bundle: Bundle): Promise<CompiledBundle> {
  const files = bundle.files.filter((name) => /\.(js|html|css)$/.test(name));
  const sources = Object.fromEntries(files.map((name) => [name, project.read(`${bundle.folder}/${name}`)]));
  try {
    const { diagnostics = [], metadata } = await compiler.compile({
      bundle: {
        type: 'platform',
        name: bundle.name,
        namespace: 'c',
        namespaceMapping: { c: 'c' },
        files: sources,
        options: {
          apiVersion: 65,
          enableLightningWebSecurityTransforms: true,
          dynamicImport: 'stringLiteralOnly',
        },
      },
    });
    return { bundle, diagnostics, references: metadata?.references ?? [] };
  } catch (error) {
    const message = `the compiler refuses the bundle: ${error instanceof Error ? error.message : String(error)}`;
    return { bundle, diagnostics: [{ message, level: 0 }], references: [] };
  }
}

/** Every bundle through the compiler that the platform uses, once a project. */
export function compileBundles(project: Project): Promise<readonly CompiledBundle[]> {
  return project.once('compiled bundles', async () => {
    const compiler = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler') as Compiler;
    const compiled: CompiledBundle[] = [];
    for (const bundle of listBundles(project)) {
      compiled.push(
        await project.ofFile('compiled', bundle.folder, () => compileBundle(project, compiler, bundle)),
      );
    }
    return compiled;
  });
}
