/**
 * The layers of docs/architecture.md: imports only go down, no cycles, types included.
 * `from` may import the folders below it; everything else in src is an upward or sideways import.
 */
const LAYERS = {
  '^src/(errors\\.ts|catalog/)': '^src/(errors\\.ts|catalog/)',
  '^src/model/': '^src/(errors\\.ts|catalog/|model/)',
  '^src/contact/': '^src/(errors\\.ts|catalog/|model/|contact/)',
  '^src/rules/': '^src/(errors\\.ts|catalog/|model/|rules/)',
  '^src/streams/': '^src/(errors\\.ts|catalog/|model/|streams/)',
  '^src/dialer/': '^src/(errors\\.ts|catalog/|model/|dialer/)',
  '^src/dispatch/': '^src/(errors\\.ts|catalog/|model/|dispatch/)',
  '^src/trace/': '^src/(errors\\.ts|catalog/|model/|trace/)',
  '^src/session/':
    '^src/(errors\\.ts|catalog/|model/|contact/|rules/|streams/|dialer/|dispatch/|trace/|session/)',
  '^src/replay/':
    '^src/(errors\\.ts|catalog/|model/|contact/|rules/|streams/|dialer/|dispatch/|trace/|replay/)',
  '^src/metadata/': '^src/(errors\\.ts|catalog/|model/|metadata/)',
  '^src/simulator/': '^src/(errors\\.ts|catalog/|model/|simulator/)',
  '^src/(adapter|index|lwc-core)\\.ts': '^src/(?!simulator/|metadata/|cli/)',
};

/** The layers of tools/apex-runtime/README.md: a folder imports itself and those before it. */
const RUNTIME_LAYERS = ['model', 'values', 'language', 'library', 'data', 'compile', 'run'];

/** Types that contain one another: classes and their values, expressions and their queries. */
const RECURSIVE_TYPES = '^tools/apex-runtime/(model/|language/[a-z-]*ast\\.ts)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one. Move what both need below them.',
      severity: 'error',
      from: { pathNot: RECURSIVE_TYPES },
      to: { circular: true },
    },
    ...RUNTIME_LAYERS.map((layer, index) => ({
      name: `layer apex-runtime/${layer}`,
      comment: 'Imports only go down: see the layers in tools/apex-runtime/README.md.',
      severity: 'error',
      from: { path: `^tools/apex-runtime/${layer}/` },
      to: {
        path: '^(src|force-app|workbench|test|scripts|bench|tools)/',
        pathNot: `^tools/apex-runtime/(${RUNTIME_LAYERS.slice(0, index + 1).join('|')})/`,
      },
    })),
    ...Object.entries(LAYERS).map(([from, allowed]) => ({
      name: `layer ${from.replace(/\^src\/|\\/g, '')}`,
      comment: 'Imports only go down: see the layers in docs/architecture.md.',
      severity: 'error',
      from: { path: from },
      to: { path: '^src/', pathNot: allowed },
    })),
    {
      name: 'src-stands-alone',
      comment:
        'The core is published on its own: it may not reach into the package, the workbench or the tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(force-app|workbench|test|scripts|bench|tools)/' },
    },
    {
      name: 'no-node-in-core',
      comment: 'Only the command line knows Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workbench-uses-published-parts',
      comment: 'Production code must not depend on the workbench.',
      severity: 'error',
      from: { path: '^force-app/', pathNot: '(^|/)__tests__/|^force-app/test/' },
      to: { path: '^(workbench|test|scripts)/' },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
