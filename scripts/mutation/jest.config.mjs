/** The jest project `core`, reduced to the tests of the folders that are mutated. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/test/{contact,rules,dispatch,session}/**/*.test.ts',
    '<rootDir>/test/simulator/scenarios.test.ts',
  ],
  // Chaos passes through everything and takes seconds: too long for each of thousands of mutants.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/session/chaos.test.ts'],
  moduleNameMapper: { '^c/pacelineCore$': '<rootDir>/src/lwc-core.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleFileExtensions: ['ts', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
