declare module '@salesforce/sfdx-lwc-jest/config.js' {
  import type { Config } from 'jest';
  const config: { jestConfig: Config };
  export default config;
}
