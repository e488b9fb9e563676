import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { Person } from './people';
import { Api } from './Api';
import { signIn } from './signIn';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface WorkerFixtures {
  /** The browser profile of somebody: what it has loaded once, it need not load again. */
  profileOf: (person: Person) => Promise<BrowserContext>;
  /** The session of somebody, signed in once for all tests. */
  sessionOf: (person: Person) => Promise<Session>;
  /** The portal's APIs, called with somebody's own token. */
  apiAs: (person: Person) => Promise<Api>;
  /** The portal's APIs, called with the token that scripts use. */
  apiAsScript: Api;
}

interface TestFixtures {
  /** A page of somebody who has signed in; with options, in a profile of its own. */
  pageAs: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
}

/** Tests that can be somebody of the sample organisation, in the browser and over HTTP. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sessionOf: [
    async ({ browser }, use) => {
      const sessions = new Map<string, Promise<Session>>();
      await use(person => {
        const session =
          sessions.get(person.email) ?? openSession(browser, person);
        sessions.set(person.email, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],

  profileOf: [
    async ({ browser, sessionOf }, use) => {
      const profiles = new Map<string, Promise<BrowserContext>>();
      await use(person => {
        const profile =
          profiles.get(person.email) ??
          sessionOf(person).then(storageState =>
            browser.newContext({ storageState }),
          );
        profiles.set(person.email, profile);
        return profile;
      });
      await Promise.all(
        [...profiles.values()].map(async profile => (await profile).close()),
      );
    },
    { scope: 'worker' },
  ],

  apiAs: [
    async ({ sessionOf, playwright }, use) => {
      const apis = new Map<string, Promise<Api>>();
      await use(person => {
        const api =
          apis.get(person.email) ??
          sessionOf(person).then(session => Api.as(playwright, session));
        apis.set(person.email, api);
        return api;
      });
      await Promise.all(
        [...apis.values()].map(async api => (await api).close()),
      );
    },
    { scope: 'worker' },
  ],

  apiAsScript: [
    async ({ playwright }, use) => {
      const token = process.env.PORTAL_API_TOKEN;
      if (!token) {
        throw new Error(
          'PORTAL_API_TOKEN is not set: "npm run test:e2e" sets it, for the portal and for the tests.',
        );
      }
      const api = await Api.withToken(playwright, token);
      await use(api);
      await api.close();
    },
    { scope: 'worker' },
  ],

  pageAs: async ({ browser, sessionOf, profileOf }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (person, options) => {
      if (!options) {
        const page = await (await profileOf(person)).newPage();
        opened.push(page);
        return page;
      }
      const context = await browser.newContext({
        ...options,
        storageState: await sessionOf(person),
      });
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map(one => one.close()));
  },
});

export { expect };

async function openSession(browser: Browser, person: Person): Promise<Session> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto('/');
    await signIn(page, person);
    await expect(
      page.getByRole('heading', { name: 'MCP servers' }),
    ).toBeVisible();
    return await context.storageState();
  } finally {
    await context.close();
  }
}
