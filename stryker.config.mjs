/** Mutation tests of the folders where a wrong condition becomes a wrong event or action; run by `npm run verify:deep`. */
export default {
  mutate: ['src/contact/**/*.ts', 'src/rules/**/*.ts', 'src/dispatch/**/*.ts', 'src/session/**/*.ts'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    configFile: 'scripts/mutation/jest.config.mjs',
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  // A change of a constant that is made once, when a module loads, would have to be tried with every test there is.
  ignoreStatic: true,
  ignorePatterns: ['.cache', 'dist', 'test-results', 'tools', 'force-app/**/*.js', 'docs/images'],
  tempDirName: '.cache/mutation/sandbox',
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  timeoutMS: 20_000,
};
