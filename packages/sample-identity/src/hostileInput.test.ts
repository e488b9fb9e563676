import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  asPortal,
  authorizationRequest,
  Browser,
  csrfOf,
} from './testing/Browser';
import { CALLBACK_URL, IdentityProcess } from './testing/IdentityProcess';

const MARKUP = `<script>alert("it's me")</script> & co`;
const AMARA = 'user:default/amara';

describe('hostile input to the sample identity provider', () => {
  let folder: string;
  let identity: IdentityProcess;
  let issuer: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'people-'));
    await writeFile(
      join(folder, 'people.yaml'),
      JSON.stringify({
        kind: 'User',
        metadata: { name: 'amara', description: MARKUP },
        spec: {
          profile: { displayName: MARKUP, email: 'amara@harbourline.example' },
          memberOf: [MARKUP],
        },
      }),
    );
    identity = await IdentityProcess.start({ IDENTITY_PEOPLE: folder });
    issuer = identity.issuer;
  });
  afterAll(async () => {
    await identity?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A browser on the sign-in page. */
  async function onThePage() {
    const browser = new Browser(issuer);
    const { url, verifier } = authorizationRequest();
    const response = await browser.open(url);
    return { browser, verifier, response, page: await response.text() };
  }

  it('is never sent to a redirect_uri that is not the portal’s', async () => {
    const { url } = authorizationRequest({
      redirect_uri: 'https://evil.example/callback',
    });
    const response = await new Browser(issuer).open(url);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('redirect_uri');
  });

  it.each([
    ['an unknown client', { client_id: 'somebody-else' }],
    ['a client with markup', { client_id: MARKUP }],
  ])('refuses %s', async (_case, overrides) => {
    const response = await new Browser(issuer).open(
      authorizationRequest(overrides).url,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('<script>');
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with plain PKCE', { code_challenge_method: 'plain' }],
    ['for a token instead of a code', { response_type: 'token' }],
  ])('refuses a request %s', async (_case, overrides) => {
    const response = await new Browser(issuer).open(
      authorizationRequest(overrides).url,
    );
    expect(response.headers.get('location')).toMatch(/[?#&]error=/);
  });

  it('refuses a person who is not in the organisation', async () => {
    const { browser, page } = await onThePage();
    for (const person of ['user:default/nobody', '', '__proto__']) {
      const response = await browser.choose(page, person);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('no such person');
    }
  });

  it('refuses an interaction that it never started', async () => {
    const { browser, page } = await onThePage();
    const action = '/interaction/made-up-interaction';
    expect((await browser.open(action)).status).toBe(400);
    const answer = await browser.choose(page, AMARA, { action });
    expect(answer.status).toBe(400);
  });

  it('refuses someone else’s interaction', async () => {
    const victim = await onThePage();
    const attacker = new Browser(issuer);
    const answer = await attacker.choose(victim.page, AMARA);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('another browser');
  });

  it('refuses a form from another page', async () => {
    const { browser, page } = await onThePage();
    const other = await onThePage();
    for (const forgery of [
      { csrf: '' },
      { csrf: csrfOf(other.page) },
      { origin: 'http://localhost:9999' },
      { origin: 'null' },
    ]) {
      expect((await browser.choose(page, AMARA, forgery)).status).toBe(403);
    }
    expect((await browser.choose(page, AMARA)).status).toBe(303);
  });

  it('refuses a form that is far too long', async () => {
    const { browser, page } = await onThePage();
    const answer = await browser.choose(page, 'x'.repeat(100_000));
    expect(answer.status).toBe(413);
  });

  it('escapes what the organisation’s files say', async () => {
    const { page } = await onThePage();
    expect(page).not.toContain('<script>');
    expect(page).toContain(
      '&lt;script&gt;alert(&quot;it&#39;s me&quot;)&lt;/script&gt; &amp; co',
    );
  });

  it('lets the page load nothing and be framed by nobody', async () => {
    const { response, page } = await onThePage();
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toContain(`form-action 'self' http://localhost:3000`);
    expect(policy).not.toContain('unsafe-inline');
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('gives no tokens for a wrong verifier, or for a code used twice', async () => {
    const { browser, page, verifier } = await onThePage();
    const answer = await browser.choose(page, AMARA);
    const code = new URL(answer.headers.get('location')!).searchParams.get(
      'code',
    )!;
    const exchange = (code_verifier: string) =>
      asPortal(issuer, '/token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: CALLBACK_URL,
        code_verifier,
      });

    expect((await exchange('w'.repeat(43))).status).toBe(400);
    expect((await exchange(verifier)).status).toBe(200);
    expect((await exchange(verifier)).status).toBe(400);
  });

  it('gives no tokens to a client without the secret', async () => {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('mcp-portal:guess')}` },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: 'x',
      }),
    });
    expect(response.status).toBe(401);
  });

  it.each(['evil.example', 'localhost:1'])(
    'answers nothing to a request for the host "%s"',
    async host => {
      const status = await new Promise(resolve => {
        request(
          `http://127.0.0.1:${identity.port}/.well-known/openid-configuration`,
          { headers: { host } },
          res => resolve(res.resume().statusCode),
        ).end();
      });
      expect(status).toBe(421);
    },
  );
});
