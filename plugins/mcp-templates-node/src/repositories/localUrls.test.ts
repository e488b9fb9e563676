import fc from 'fast-check';

import { localRepositoryUrl, parseLocalUrl } from './localUrls';
import { teamFolderOf, teamRefOfFolder } from './repositoryNames';

const BASE = 'https://portal.test';
const REPOSITORY = `${BASE}/mcp-repositories/payments/billing`;

describe('parseLocalUrl', () => {
  it('reads what names a repository, a file or a folder', () => {
    const billing = { team: 'payments', name: 'billing' };
    expect(parseLocalUrl(REPOSITORY, BASE)).toEqual({ ...billing, path: '' });
    expect(parseLocalUrl(`${REPOSITORY}/tree/main`, `${BASE}/`)).toEqual({
      ...billing,
      branch: 'main',
      path: '',
    });
    expect(parseLocalUrl(`${REPOSITORY}/blob/main/src/a%20b.md`, BASE)).toEqual(
      { ...billing, branch: 'main', path: 'src/a b.md' },
    );
  });

  it.each([
    `${REPOSITORY}/`,
    `${REPOSITORY}?x=1`,
    `${REPOSITORY}#x`,
    `${REPOSITORY}/blob`,
    `${REPOSITORY}/raw/main/x`,
    `${REPOSITORY}/blob/main/%E0%A4%A`,
    `${BASE}/mcp-repositories/payments`,
    `${BASE}/mcp-repositories/../billing`,
    `${BASE}/mcp-repositories/Payments/billing`,
    `${BASE}/mcp-repositories/pay%6Dents/billing`,
    `${BASE}/mcp-repositories//billing`,
    'https://portal.test.evil.test/mcp-repositories/payments/billing',
    'https://PORTAL.test/mcp-repositories/payments/billing',
    'http://portal.test/mcp-repositories/payments/billing',
  ])('takes %s for none', url => {
    expect(parseLocalUrl(url, BASE)).toBeUndefined();
  });

  it('reads back what it wrote, for all teams', () => {
    const part = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,60}[a-z0-9])?$/);
    fc.assert(
      fc.property(part, part, (namespace, teamName) => {
        const team = teamFolderOf(`group:${namespace}/${teamName}`);
        expect(teamRefOfFolder(team)).toBe(`group:${namespace}/${teamName}`);
        const url = localRepositoryUrl({ baseUrl: BASE, team, name: 'abc' });
        // There is no second form that a browser or a catalog would make of it.
        expect(new URL(url).href).toBe(url);
        expect(parseLocalUrl(url, BASE)).toMatchObject({ team, name: 'abc' });
      }),
    );
  });

  it('leads to nothing but single folders, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), rest => {
        const url = `${BASE}/mcp-repositories/${rest}`;
        const local = parseLocalUrl(url, BASE);
        expect(local?.team ?? 'x').not.toMatch(/[/\\]|^\./);
        expect(local?.name ?? 'x').not.toMatch(/[/\\.]/);
      }),
    );
  });
});
