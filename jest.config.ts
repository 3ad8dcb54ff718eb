import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';
import type { Config } from 'jest';

const config: Config = {
  projects: [
    {
      displayName: 'core',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
        ],
      },
      moduleFileExtensions: ['ts', 'js', 'json'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
    },
    {
      ...lwcJest.jestConfig,
      displayName: 'lwc',
      rootDir: '.',
      testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
    },
  ],
};

export default config;
