import type {
  APIRequestContext,
  APIResponse,
  BrowserContext,
  PlaywrightWorkerArgs,
} from '@playwright/test';
import { portalUrl } from './portalUrl';

type Playwright = PlaywrightWorkerArgs['playwright'];
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The portal's HTTP APIs, called as one caller. */
export class Api {
  readonly #requests: APIRequestContext;
  readonly token: string | undefined;

  private constructor(requests: APIRequestContext, token?: string) {
    this.#requests = requests;
    this.token = token;
  }

  /** Calls with the token that the portal gives to a session's own browser. */
  static async as(playwright: Playwright, session: Session): Promise<Api> {
    const browser = await playwright.request.newContext({
      baseURL: portalUrl,
      storageState: session,
    });
    const response = await browser.get(
      '/api/auth/oidc/refresh?env=development',
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    if (!response.ok()) {
      throw new Error(`No token for the session: ${await response.text()}`);
    }
    const { backstageIdentity } = await response.json();
    await browser.dispose();
    return Api.withToken(playwright, backstageIdentity.token);
  }

  static async withToken(playwright: Playwright, token: string): Promise<Api> {
    return new Api(
      await playwright.request.newContext({
        baseURL: portalUrl,
        extraHTTPHeaders: { Authorization: `Bearer ${token}` },
      }),
      token,
    );
  }

  /** Answers whatever the status. */
  get(path: string): Promise<APIResponse> {
    return this.#requests.get(path);
  }

  /** Answers whatever the status. */
  post(
    path: string,
    data?: unknown,
    headers?: Record<string, string>,
  ): Promise<APIResponse> {
    return this.#requests.post(path, { data, headers });
  }

  /** Answers whatever the status. */
  put(path: string, data?: unknown): Promise<APIResponse> {
    return this.#requests.put(path, { data });
  }

  /** Answers whatever the status. */
  delete(path: string): Promise<APIResponse> {
    return this.#requests.delete(path);
  }

  /** The body of an answer that has to be good. */
  async read<T>(path: string): Promise<T> {
    return bodyOf<T>(await this.get(path));
  }

  close(): Promise<void> {
    return this.#requests.dispose();
  }
}

/** What a good answer says. */
export async function bodyOf<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) {
    throw new Error(
      `${response.url()} answered ${response.status()}: ${await response.text()}`,
    );
  }
  return response.json();
}
