import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';
import type { Config } from 'jest';

const swc: NonNullable<Config['transform']>[string] = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

const config: Config = {
  // Of a test that hangs; a slow machine is no failure.
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'core',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
      transform: { '^.+\\.ts$': swc },
      moduleNameMapper: { '^c/pacelineCore$': '<rootDir>/src/lwc-core.ts' },
      moduleFileExtensions: ['ts', 'js', 'json'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
    },
    {
      ...lwcJest.jestConfig,
      displayName: 'lwc',
      rootDir: '.',
      testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
      moduleNameMapper: {
        '^c/pacelineCore$': '<rootDir>/src/lwc-core.ts',
        '^lightning/(navigation|platformUtilityBarApi|select)$':
          '<rootDir>/force-app/test/jest-mocks/lightning/$1.ts',
        '^@apexdevtools/apex-parser$': '<rootDir>/node_modules/@apexdevtools/apex-parser/dist/cjs/index.cjs',
        '^xstate$': '<rootDir>/node_modules/xstate/dist/xstate.cjs.js',
        '^zod/mini$': '<rootDir>/node_modules/zod/mini/index.cjs',
        '^libphonenumber-js/min$': '<rootDir>/node_modules/libphonenumber-js/min/index.cjs',
      },
      transform: {
        '(?<!force-app)/(src|test|tools|workbench)/.+\\.ts$': swc,
        ...lwcJest.jestConfig.transform,
      },
    },
  ],
};

export default config;
