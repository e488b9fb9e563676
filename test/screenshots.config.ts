import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** Takes the pictures of the documentation anew, from a portal that runs: `yarn workspace @mcp-portal/test screenshots`. */
export default defineConfig({
  ...base,
  testMatch: 'screenshots.ts',
  reporter: [['list']],
});
