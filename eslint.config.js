import lwcTs from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jestPlugin from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const noBareError = {
  selector: 'NewExpression[callee.name="Error"], CallExpression[callee.name="Error"]',
  message: 'Use PacelineError (src/errors.ts): it has a reason, a path and a hint.',
};

const ambient = [
  ['Date', 'now', 'Take the Clock port.'],
  ['Math', 'random', 'Take the Ids port.'],
].map(([object, property, message]) => ({ object, property, message }));

const environment = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'BroadcastChannel',
].map((name) => ({ name, message: 'src knows no environment: take a port (src/model/ports.ts).' }));

const weakMatchers = Object.fromEntries(
  ['toBeDefined', 'toBeTruthy', 'toBeFalsy', 'toMatchObject'].map((name) => [
    name,
    'Compare with the whole value.',
  ]),
);

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      '.cache/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      'force-app/**/*.js',
      '**/node_modules/**',
      'tools/sf-verify/cases/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs'],
    ignores: ['force-app/**'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'zod',
              message: "Write import * as z from 'zod/mini': the full package drags in every locale.",
            },
          ],
          patterns: [
            { group: ['**/*.js'], message: 'Import the TypeScript source, with its .ts extension.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noBareError],
      'no-restricted-properties': ['error', ...ambient],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: { 'no-restricted-globals': ['error', ...environment] },
  },
  {
    files: ['src/**/*.ts', 'workbench/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/browser/**'],
    plugins: { jest: jestPlugin },
    rules: {
      'max-lines': ['error', { max: 600 }],
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/valid-expect': 'error',
      'jest/no-restricted-matchers': ['error', weakMatchers],
    },
  },
  {
    files: ['jest.config.ts', 'playwright.config.ts', 'eslint.config.js'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['force-app/**/*.ts'],
    extends: [lwcTs],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      '@lwc/lwc/no-async-operation': 'off',
      // The compiler does these four, and knows types.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'consistent-return': 'off',
      'default-case': 'off',
      'no-void': ['error', { allowAsStatement: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    },
  },
  {
    files: ['force-app/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'],
    plugins: { jest: jestPlugin },
    rules: {
      'max-lines': ['error', { max: 600 }],
      'no-await-in-loop': 'off',
      '@lwc/lwc/prefer-custom-event': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['afterEach'] }],
      'jest/no-restricted-matchers': ['error', weakMatchers],
    },
  },
);
