import { amara, margaret, priya, yuki } from '../support/people';
import type { Api } from '../support/Api';
import { expect, test } from '../support/test';
import { hiddenFrom, privateAssets } from './privateAssets';

interface Results {
  numberOfResults?: number;
  results: { document: { title: string } }[];
}

/** The index is made half a minute after the start. */
const INDEXED_WITHIN = { timeout: 75_000 };

const find = (api: Api, term: string) =>
  api.read<Results>(
    `/api/search/query?term=${encodeURIComponent(term)}&pageLimit=100`,
  );

test("search finds a team's own servers and agents, and another's for nobody else", async ({
  apiAs,
}) => {
  test.setTimeout(120_000);
  for (const { title, name, insiders, outsiders } of privateAssets) {
    for (const insider of insiders) {
      const api = await apiAs(insider);
      await expect
        .poll(
          async () =>
            (
              await find(api, title)
            ).results.map(({ document }) => document.title),
          INDEXED_WITHIN,
        )
        .toContain(title);
    }
    for (const outsider of outsiders) {
      const api = await apiAs(outsider);
      for (const term of [title, name]) {
        const answer = await find(api, term);
        // Where access is limited, the search gives no count at all; one that it gave must not count what is hidden.
        expect(answer.numberOfResults ?? answer.results.length, term).toBe(
          answer.results.length,
        );
        const text = JSON.stringify(answer);
        expect(
          hiddenFrom(outsider).filter(word => text.includes(word)),
          `${outsider.name}: ${term}`,
        ).toEqual([]);
      }
    }
  }
});

test('what search knows of other things does not name them either', async ({
  apiAs,
}) => {
  for (const person of [amara, yuki, margaret]) {
    const api = await apiAs(person);
    for (const term of ['ledger', 'conversation', 'payments', 'support', '']) {
      const text = JSON.stringify(await find(api, term));
      expect(
        hiddenFrom(person).filter(word => text.includes(word)),
        `${person.name}: ${term}`,
      ).toEqual([]);
    }
  }
  // They are there to be found.
  const seenByAdmin = JSON.stringify(await find(await apiAs(priya), 'ledger'));
  expect(seenByAdmin).toContain('payment-ledger');
});
