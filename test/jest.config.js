import { dirname } from 'node:path';
import { swcOptions } from './support/swc-options.js';

/**
 * Jest in ESM mode: `NODE_OPTIONS=--experimental-vm-modules npx jest -c test/jest.config.js [path]`,
 * with `--selectProjects unit` for one of the four kinds.
 */
const common = {
  rootDir: dirname(import.meta.dirname),
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/test'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  moduleNameMapper: {
    '^#(kernel|indicator-engine|campaign-pack|official-documents)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const withDatabase = {
  ...common,
  testEnvironment: '<rootDir>/test/support/test-environment.js',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  maxWorkers: 2,
  // Two busy cores make a second of work take ten.
  testTimeout: 180_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{apps/server,apps/web,libs}/**/*.spec.ts'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.test.ts'] },
    { ...withDatabase, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
    { ...withDatabase, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
