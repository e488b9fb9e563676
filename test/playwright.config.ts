import { defineConfig } from '@playwright/test';

// `npm run test:e2e` starts a portal and sets these; without them, a portal that runs already and Playwright's own
// Chromium are used.
const portalUrl = process.env.PORTAL_URL ?? 'http://localhost:3000';
const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;
const executablePath = process.env.CHROMIUM_PATH;
const browserEnvironment: Record<string, string> = JSON.parse(
  process.env.CHROMIUM_ENVIRONMENT ?? '{}',
);

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  // One portal serves the whole run, and two cores serve portal and browser.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: reportFile
    ? [['list'], ['json', { outputFile: reportFile }]]
    : [['list']],
  use: {
    baseURL: portalUrl,
    // The design width of the pages.
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Without its film, which costs much on a machine that draws in software.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      env: { ...process.env, ...browserEnvironment } as Record<string, string>,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
