import { createRequire } from 'node:module';
import babelParser from '@babel/eslint-parser';
import lockerPlugin from '@locker/eslint-plugin-locker';
import platform from '@lwc/eslint-plugin-lwc-platform';
import slds from '@salesforce-ux/eslint-plugin-slds';

const require = createRequire(import.meta.url);
const lockerRules = {
  ...require('@locker/eslint-config-locker').rules,
  ...require('@locker/eslint-config-locker/recommended').rules,
};
const platformRules = Object.assign({}, ...[platform.configs.recommended].flat().map(({ rules }) => rules));

/** Rules for what is deployed: scripts as emitted, templates and styles. The TypeScript sources have the root's rules. */
export default [
  ...slds.configs['flat/recommended-css'].map((config) => ({ ...config, files: ['**/*.css'] })),
  ...slds.configs['flat/recommended-html'].map((config) => ({ ...config, files: ['**/*.html'] })),
  {
    files: ['**/*.js'],
    plugins: { '@lwc/lwc-platform': platform, '@locker/locker': lockerPlugin },
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'module',
      globals: { window: 'readonly', setTimeout: 'readonly', setInterval: 'readonly' },
      parser: babelParser,
      parserOptions: {
        requireConfigFile: false,
        babelOptions: { parserOpts: { plugins: [['decorators', { decoratorsBeforeExport: false }]] } },
      },
    },
    rules: {
      ...platformRules,
      // Fails on classes without comments, and is about the mobile app without a network.
      '@lwc/lwc-platform/valid-offline-wire': 'off',
      ...lockerRules,
      // These three go by the name of a property alone; what matters of them is said below.
      '@locker/locker/distorted-xml-http-request-window-open': 'off',
      '@locker/locker/distorted-window-set-timeout': 'off',
      '@locker/locker/distorted-window-set-interval': 'off',
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({
          object,
          property: 'open',
          message: 'Returns null under Lightning Web Security.',
        })),
      ],
      'no-restricted-globals': [
        'error',
        { name: 'open', message: 'Returns null under Lightning Web Security.' },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
];
