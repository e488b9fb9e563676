import { createPublicKey, verify } from 'node:crypto';
import {
  asPortal,
  authorizationRequest,
  Browser,
  signIn,
} from './testing/Browser';
import { IdentityProcess, PORTAL_URL } from './testing/IdentityProcess';

const AMARA = 'user:default/amara.okafor';
const YUKI = 'user:default/yuki.tanaka';

describe('signing in as someone of the sample organisation', () => {
  let identity: IdentityProcess;
  let issuer: string;

  beforeAll(async () => {
    identity = await IdentityProcess.start();
    issuer = identity.issuer;
  });
  afterAll(() => identity?.stop());

  async function userinfo(accessToken: string) {
    const response = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return { status: response.status, claims: await response.json() };
  }

  const refresh = (refreshToken: string) =>
    asPortal(issuer, '/token', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });

  it('is described by its discovery document', async () => {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      revocation_endpoint: `${issuer}/token/revocation`,
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });

  it('gives the same answers to 127.0.0.1 as to localhost', async () => {
    const response = await fetch(
      `http://127.0.0.1:${identity.port}/.well-known/openid-configuration`,
    );
    expect(await response.json()).toMatchObject({
      token_endpoint: `${issuer}/token`,
    });
  });

  it('takes one click from the page to the portal', async () => {
    const { page, callback } = await signIn(issuer, AMARA);

    expect(page).toContain('Sample data: local sign-in, no passwords.');
    expect(callback.origin + callback.pathname).toBe(
      `${PORTAL_URL}/api/auth/oidc/handler/frame`,
    );
    expect(callback.searchParams.get('state')).toBe('state-of-the-portal');
    expect(callback.searchParams.get('iss')).toBe(issuer);
    expect(callback.searchParams.get('error')).toBeNull();
  });

  it('offers the four featured people first, then the other ten', async () => {
    const { page } = await signIn(issuer, AMARA);
    const people = [...page.matchAll(/name="person" value="([^"]+)"/g)].map(
      ([, ref]) => ref,
    );
    expect(people).toHaveLength(14);
    expect(people.slice(0, 4)).toEqual([
      AMARA,
      YUKI,
      'user:default/margaret.doyle',
      'user:default/priya.raman',
    ]);
  });

  it('tells the portal who it is', async () => {
    const { tokens } = await signIn(issuer, AMARA);

    expect(await userinfo(tokens.access_token)).toEqual({
      status: 200,
      claims: {
        sub: AMARA,
        name: 'Amara Okafor',
        preferred_username: 'amara.okafor',
        email: 'amara.okafor@harbourline.example',
        email_verified: true,
      },
    });
  });

  it('signs the ID token with a published key', async () => {
    const { tokens } = await signIn(issuer, AMARA);
    const [header, payload, signature] = tokens.id_token.split('.');
    const { keys } = await (await fetch(`${issuer}/jwks`)).json();

    expect(
      verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${payload}`),
        createPublicKey({ key: keys[0], format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(
      JSON.parse(Buffer.from(payload, 'base64url').toString()),
    ).toMatchObject({
      iss: issuer,
      aud: 'mcp-portal',
      sub: AMARA,
      nonce: 'nonce-of-the-portal',
    });
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('stays signed in by refreshing, without offline_access', async () => {
    const { tokens } = await signIn(issuer, YUKI);
    const refreshed = await (await refresh(tokens.refresh_token)).json();

    expect(refreshed.access_token).not.toBe(tokens.access_token);
    expect(refreshed.scope).toBe('openid profile email');
    expect((await userinfo(refreshed.access_token)).claims.sub).toBe(YUKI);
  });

  it('ends a portal session, and only that one, when its token is revoked', async () => {
    const first = await signIn(issuer, YUKI);
    const second = await signIn(issuer, YUKI);
    const revoked = await asPortal(issuer, '/token/revocation', {
      token: first.tokens.refresh_token,
    });

    expect(revoked.status).toBe(200);
    expect((await refresh(first.tokens.refresh_token)).status).toBe(400);
    expect((await userinfo(first.tokens.access_token)).status).toBe(401);
    expect((await refresh(second.tokens.refresh_token)).status).toBe(200);
  });

  it('asks who to be every time, so that one browser can change person', async () => {
    const browser = new Browser(issuer);
    await signIn(issuer, AMARA, browser);
    const { tokens } = await signIn(issuer, YUKI, browser);

    expect((await userinfo(tokens.access_token)).claims.sub).toBe(YUKI);
  });

  it.each(['login', 'consent'])(
    'needs no second page with prompt=%s',
    async prompt => {
      const browser = new Browser(issuer);
      const { url } = authorizationRequest({ prompt });
      const page = await (await browser.open(url)).text();
      const answer = await browser.choose(page, AMARA);
      expect(answer.headers.get('location')).toContain('code=');
    },
  );

  it('returns to the backend, where it has an address of its own', async () => {
    const PORTAL_BACKEND_URL = 'http://localhost:7007';
    const apart = await IdentityProcess.start({ PORTAL_BACKEND_URL });
    try {
      const browser = new Browser(apart.issuer);
      const redirect_uri = `${PORTAL_BACKEND_URL}/api/auth/oidc/handler/frame`;
      const response = await browser.open(
        authorizationRequest({ redirect_uri }).url,
      );
      expect(response.headers.get('content-security-policy')).toContain(
        `form-action 'self' ${PORTAL_URL} ${PORTAL_BACKEND_URL};`,
      );
      const answer = await browser.choose(await response.text(), AMARA);
      expect(answer.headers.get('location')).toContain(`${redirect_uri}?code=`);
    } finally {
      await apart.stop();
    }
  });

  it('tells a portal that asks without a page that there must be one', async () => {
    const { url } = authorizationRequest({ prompt: 'none' });
    const response = await new Browser(issuer).open(url);
    expect(response.headers.get('location')).toContain('error=login_required');
  });

  it('asks again after a restart, whatever cookies and tokens are left', async () => {
    const before = await IdentityProcess.start();
    const browser = new Browser(before.issuer);
    const { tokens } = await signIn(before.issuer, AMARA, browser);
    await before.stop();

    const after = await IdentityProcess.start({ IDENTITY_PORT: before.port });
    try {
      const stale = await asPortal(after.issuer, '/token', {
        grant_type: 'refresh_token',
        refresh_token: tokens.refresh_token,
      });
      expect(await stale.json()).toMatchObject({ error: 'invalid_grant' });
      const again = await signIn(after.issuer, YUKI, browser);
      expect(again.tokens).toHaveProperty('access_token');
    } finally {
      await after.stop();
    }
  });

  it('signs out of the provider itself', async () => {
    const browser = new Browser(issuer);
    const { tokens } = await signIn(issuer, AMARA, browser);
    const response = await browser.open(
      `/session/end?id_token_hint=${tokens.id_token}&post_logout_redirect_uri=${PORTAL_URL}`,
    );
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain(
      `default-src 'none'`,
    );
    expect(page).toContain('Sign out of the sample organisation?');

    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)![1];
    const answer = await browser.fetch('/session/end/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(answer.headers.get('location')).toBe(`${PORTAL_URL}/`);
    expect((await refresh(tokens.refresh_token)).status).toBe(400);
  });
});
