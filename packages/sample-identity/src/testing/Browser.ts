import { createHash, randomBytes } from 'node:crypto';
import { CALLBACK_URL, CLIENT_SECRET } from './IdentityProcess';

interface Cookie {
  value: string;
  path: string;
}

/** As much of a browser as signing in needs: cookies by path, redirects, one form. */
export class Browser {
  private readonly cookies = new Map<string, Cookie>();

  constructor(private readonly issuer: string) {}

  /** One request, with cookies, that follows no redirect. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const target = new URL(url, this.issuer);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => target.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(target, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie && { cookie }) },
    });
    response.headers.getSetCookie().forEach(line => this.keep(line));
    return response;
  }

  /** Follows redirects until a page, or until one leads away: to the portal. */
  async open(url: string, init?: RequestInit): Promise<Response> {
    let response = await this.fetch(url, init);
    let location = response.headers.get('location');
    while (location && new URL(location, this.issuer).origin === this.issuer) {
      response = await this.fetch(location);
      location = response.headers.get('location');
    }
    return response;
  }

  /** Presses a person's button on the sign-in page that is open. */
  async choose(
    page: string,
    person: string,
    changes: { csrf?: string; action?: string; origin?: string } = {},
  ): Promise<Response> {
    return this.open(changes.action ?? formAction(page), {
      method: 'POST',
      headers: { origin: changes.origin ?? this.issuer },
      body: new URLSearchParams({
        csrf: changes.csrf ?? csrfOf(page),
        person,
      }),
    });
  }

  private keep(line: string) {
    const [pair, ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find(a =>
      a.toLocaleLowerCase('en-US').startsWith('path='),
    );
    if (value) {
      this.cookies.set(name, { value, path: path?.slice(5) ?? '/' });
    } else {
      this.cookies.delete(name);
    }
  }
}

/** What the portal sends a browser to, with the verifier it keeps for itself. */
export function authorizationRequest(overrides: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'mcp-portal',
    response_type: 'code',
    redirect_uri: CALLBACK_URL,
    scope: 'openid profile email',
    state: 'state-of-the-portal',
    nonce: 'nonce-of-the-portal',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...overrides,
  });
  return { url: `/auth?${query}`, verifier };
}

/** A call of the portal's server: with the client's secret, without cookies. */
export async function asPortal(
  issuer: string,
  path: string,
  form: Record<string, string>,
) {
  const credentials = Buffer.from(`mcp-portal:${CLIENT_SECRET}`);
  return fetch(`${issuer}${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials.toString('base64')}` },
    body: new URLSearchParams(form),
  });
}

/** Signs in as far as the tokens that the portal gets. */
export async function signIn(
  issuer: string,
  person: string,
  browser = new Browser(issuer),
) {
  const { url, verifier } = authorizationRequest();
  const page = await (await browser.open(url)).text();
  const answer = await browser.choose(page, person);
  const callback = new URL(answer.headers.get('location')!);
  const tokens = await asPortal(issuer, '/token', {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code')!,
    redirect_uri: CALLBACK_URL,
    code_verifier: verifier,
  });
  return { page, callback, tokens: await tokens.json() };
}

export function csrfOf(page: string): string {
  return /name="csrf" value="([^"]+)"/.exec(page)![1];
}

function formAction(page: string): string {
  return /<form method="post" action="([^"]+)"/.exec(page)![1];
}
