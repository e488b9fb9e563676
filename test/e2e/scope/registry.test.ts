import { amara, margaret, priya, yuki } from '../support/people';
import { operationsOf } from '../support/openApi';
import { expect, test } from '../support/test';
import { ask } from './compareAnswers';
import { hiddenFrom, privateAssets } from './privateAssets';
import { registryOperations } from './registryOperations';

const MISSING = 'no-such-thing';
const base = '/api/mcp-registry';

interface Total {
  totalItems: number;
}

test('every operation of the registry has a case here', async ({ apiAs }) => {
  expect(await operationsOf(await apiAs(priya), base)).toEqual(
    Object.keys(registryOperations).sort(),
  );
});

for (const [operation, one] of Object.entries(registryOperations)) {
  const { about, questions, neverShows, shows = () => true } = one;
  test(`${operation} answers an outsider as if a private one did not exist`, async ({
    apiAs,
  }) => {
    for (const asset of privateAssets.filter(({ kind }) => kind === about)) {
      const real = questions(asset.name, asset.word, asset);
      const missing = questions(MISSING, MISSING, asset);
      const own = [asset.name, asset.word, MISSING];

      for (const outsider of asset.outsiders) {
        const api = await apiAs(outsider);
        for (const index of real.keys()) {
          expect(
            await ask(api, real[index], own),
            `${outsider.name}: ${real[index].path}`,
          ).toEqual(await ask(api, missing[index], own));
        }
      }
      const insiders = neverShows || !shows(asset) ? [] : asset.insiders;
      for (const insider of insiders) {
        const api = await apiAs(insider);
        for (const index of real.keys()) {
          const answer = await ask(api, real[index], own);
          expect(answer.status, `${insider.name}: ${answer.text}`).toBeLessThan(
            300,
          );
          expect(answer, `${insider.name}: ${real[index].path}`).not.toEqual(
            await ask(api, missing[index], own),
          );
        }
      }
    }
  });
}

const lists = [
  ...['name', 'owner', 'lifecycle', 'health', 'trust', 'tools', 'dependents']
    .concat('lastGoodAt')
    .map(sort => `${base}/servers?limit=100&sort=${sort}`),
  `${base}/servers?limit=100&ownerExists=true`,
  `${base}/servers?limit=100&search=ledger`,
  `${base}/servers?limit=100&search=conversations`,
  // Words of their purposes, whole and half-typed.
  `${base}/servers/similar?limit=10&text=runs+reconciliations+between+the+ledger+and+bank+statements`,
  `${base}/servers/similar?limit=10&text=full+transcripts+of+calls+and+chats+with+customer+conversa`,
  `${base}/servers/facets`,
  `${base}/servers/facets?search=ledger`,
  ...['name', 'owner', 'lifecycle', 'servers'].map(
    sort => `${base}/agents?limit=100&sort=${sort}`,
  ),
  `${base}/agents/facets`,
  `${base}/changes?limit=100`,
  `${base}/changes?limit=100&search=ledger`,
  `${base}/changes?limit=100&class=breaking`,
  `${base}/removals?limit=100`,
  `${base}/drifts?limit=100`,
  ...['score', 'name', 'errors', 'toolListTokens'].map(
    sort => `${base}/conventions/scores?limit=100&sort=${sort}`,
  ),
  `${base}/conventions/scores?limit=100&search=ledger`,
  // Servers that private agents use too, and agents that use servers for all.
  `${base}/servers/sequential-thinking/dependents`,
  `${base}/servers/support-tickets/dependents`,
  `${base}/servers/sequential-thinking/consumers`,
  `${base}/servers/support-tickets/consumers`,
];

for (const person of [amara, yuki, margaret]) {
  const hidden = hiddenFrom(person);
  test(`no list, facet or dependent names to ${person.name} what is private to others`, async ({
    apiAs,
  }) => {
    const api = await apiAs(person);
    for (const path of lists) {
      const response = await api.get(path);
      const text = await response.text();
      expect(response.status(), text).toBe(200);
      expect(
        hidden.filter(word => text.includes(word)),
        path,
      ).toEqual([]);
    }
  });
}

test('counts tell an outsider nothing: totals, facets and pages agree', async ({
  apiAs,
}) => {
  const expected = [
    { person: amara, total: 31, payments: 5, care: 3 },
    { person: yuki, total: 31, payments: 4, care: 4 },
    { person: margaret, total: 30, payments: 4, care: 3 },
    { person: priya, total: 32, payments: 5, care: 4 },
  ];
  for (const { person, total, payments, care } of expected) {
    const api = await apiAs(person);
    const all = await api.read<Total & { items: object[] }>(
      `${base}/servers?limit=100`,
    );
    expect([all.totalItems, all.items.length], person.name).toEqual([
      total,
      total,
    ]);
    const facets = await api.read<{
      owner: { value: string; count: number }[];
      lifecycle: { count: number }[];
    }>(`${base}/servers/facets`);
    expect(
      facets.lifecycle.reduce((sum, { count }) => sum + count, 0),
      person.name,
    ).toBe(total);
    for (const [team, count] of [
      ['group:default/payments', payments],
      ['group:default/customer-care', care],
    ] as const) {
      const facet = facets.owner.find(({ value }) => value === team);
      expect(facet?.count, `${person.name}: ${team}`).toBe(count);
      const owned = await api.read<Total>(
        `${base}/servers?limit=1&owner=${encodeURIComponent(team)}`,
      );
      expect(owned.totalItems, `${person.name}: ${team}`).toBe(count);
    }
    const beyond = await api.read<{ items: object[] }>(
      `${base}/servers?limit=1&offset=${total}`,
    );
    expect(beyond.items, person.name).toEqual([]);
  }
});

test('the number of dependents counts only agents that one may see', async ({
  apiAs,
}) => {
  const dependents = async (person: typeof amara, server: string) => {
    const api = await apiAs(person);
    const one = await api.read<{ dependents: number }>(
      `${base}/servers/${server}`,
    );
    const list = await api.read<Total & { teams: { count: number }[] }>(
      `${base}/servers/${server}/dependents`,
    );
    const byTeam = list.teams.reduce((sum, { count }) => sum + count, 0);
    expect([one.dependents, byTeam]).toEqual([
      list.totalItems,
      list.totalItems,
    ]);
    return one.dependents;
  };
  const reasoning = 'sequential-thinking';
  expect(await dependents(yuki, reasoning)).toBe(
    (await dependents(amara, reasoning)) - 1,
  );
  expect(await dependents(amara, 'support-tickets')).toBe(
    (await dependents(yuki, 'support-tickets')) - 1,
  );
});
