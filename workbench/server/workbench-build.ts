import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { PackageBuilder } from '../../scripts/build/build-package.ts';
import type { DeployManifest } from '../../scripts/build/manifest.ts';
import { sha256 } from '../../scripts/build/files.ts';
import { bundleComponents } from '../bundle/bundle-components.ts';
import type { ComponentBundle } from '../bundle/bundle-components.ts';
import { bundlePlatform } from '../bundle/bundle-platform.ts';
import { packageLwcDirs } from '../bundle/component-index.ts';
import { readLabels } from './labels.ts';

/** Everything that the pages are served from, made in one go from the sources as they stand. */
export interface WorkbenchBuild {
  readonly id: string;
  readonly components: ComponentBundle;
  readonly platformFile: string;
  readonly scripts: { readonly page: string; readonly ccp: string; readonly dialer: string };
  readonly pages: { readonly page: string; readonly ccp: string; readonly dialer: string };
  readonly styles: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly manifest: DeployManifest;
}

async function bundlePage(root: string, entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(root, 'workbench', entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    external: ['workbench-platform'],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Builds the package, then bundles it for the page. Throws what the compilers say. */
export async function buildWorkbench(options: {
  readonly root: string;
  readonly cacheDir: string;
  readonly packageBuilder: PackageBuilder;
}): Promise<WorkbenchBuild> {
  const { root, cacheDir } = options;
  const { manifest } = await options.packageBuilder.build();
  const lwcDirs = [...packageLwcDirs(root), join(root, 'workbench/fixtures/lwc')];
  const [components, page, ccp, dialer] = await Promise.all([
    bundleComponents({ root, lwcDirs, cacheDir }),
    bundlePage(root, 'page/main.ts'),
    bundlePage(root, 'ccp/main.ts'),
    bundlePage(root, 'dialer/main.ts'),
  ]);
  const platformFile = await bundlePlatform({ root, cacheDir, wanted: components.imports });
  const read = (path: string): string => readFileSync(join(root, 'workbench', path), 'utf8');
  const styles = read('page/workbench.css') + read('page/setup/setup.css');
  const labels = readLabels(root);
  return {
    id: sha256(JSON.stringify([components.code, page, ccp, dialer, styles, labels, platformFile])).slice(
      0,
      12,
    ),
    components,
    platformFile,
    scripts: { page, ccp, dialer },
    pages: { page: read('page/index.html'), ccp: read('ccp/index.html'), dialer: read('dialer/index.html') },
    styles,
    labels,
    manifest,
  };
}
