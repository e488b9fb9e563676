import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@mcp-portal/launcher/src/ports.mjs';
import {
  configFiles,
  DEFAULT_IDENTITY_PORT,
  DEFAULT_PORT,
  portalEnvironment,
} from '@mcp-portal/launcher/src/portalConfig.mjs';
import { startPortal } from '@mcp-portal/launcher/src/portal.mjs';
import { ensureWebApp } from '@mcp-portal/launcher/src/webApp.mjs';
import { provideBrowser } from '../browser.mjs';
import { readPlaywrightReport } from '../playwrightReport.mjs';

// Settings that only these tests need; used when it is there.
const OWN_CONFIG = 'test/e2e/app-config.e2e.yaml';

/** The pages, in a real Chromium, on a portal of their own with fresh data. */
export const e2e = {
  name: 'e2e',
  title: 'Pages in Chromium',
  takesArguments: true,
  async run({ root, args, reports, phases, processes }) {
    const browser = await provideBrowser({ root, phases, processes });
    await ensureWebApp({ root, phases, processes, local: false });
    const token = randomBytes(24).toString('hex');
    const dataFolder = await mkdtemp(join(tmpdir(), 'mcp-portal-e2e-'));
    processes.removeAtEnd(dataFolder);
    // On the default ports if they are free: the sample organisation names this portal's own endpoint by them.
    const portal = await startPortal({
      root,
      configs: configFiles(root, {
        local: false,
        apiToken: token,
        extraConfigs: existsSync(join(root, OWN_CONFIG)) ? [OWN_CONFIG] : [],
      }),
      env: portalEnvironment({
        root,
        env: { ...process.env, PORTAL_API_TOKEN: token },
        port: await findFreePort(DEFAULT_PORT),
        identityPort: await findFreePort(DEFAULT_IDENTITY_PORT),
        dataFolder,
      }),
      dataFolder,
      phases,
      processes,
    });

    const report = join(reports, 'playwright.json');
    const { code } = await processes.run({
      name: 'Playwright',
      command: process.execPath,
      args: [
        join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        '--config',
        join(root, 'test', 'playwright.config.ts'),
        ...args,
      ],
      cwd: join(root, 'test'),
      env: {
        ...process.env,
        PORTAL_URL: portal.url,
        PORTAL_API_TOKEN: token,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        CHROMIUM_PATH: browser.executablePath,
        CHROMIUM_ENVIRONMENT: JSON.stringify(browser.environment),
      },
    });
    await portal.stop();
    await cp(join(dataFolder, 'logs'), join(reports, 'portal-logs'), {
      recursive: true,
    });
    return readPlaywrightReport(report, code);
  },
};
