import { randomUUID } from 'node:crypto';
import { amara, margaret, priya, yuki } from '../support/people';
import { operationsOf } from '../support/openApi';
import { expect, test } from '../support/test';
import {
  catalogOperations,
  operationsWithoutEntity,
} from './catalogOperations';
import { ask } from './compareAnswers';
import { hiddenFrom, privateAssets } from './privateAssets';

const base = '/api/catalog';

test('every operation of the catalog has a case here', async ({ apiAs }) => {
  expect(await operationsOf(await apiAs(priya), base)).toEqual(
    [
      ...Object.keys(catalogOperations),
      ...Object.keys(operationsWithoutEntity),
    ].sort(),
  );
});

for (const [operation, one] of Object.entries(catalogOperations)) {
  const { questions, onlyForOutsiders, neverShows } = one;
  test(`${operation} answers an outsider as if a private entity did not exist`, async ({
    apiAs,
  }) => {
    const admin = await apiAs(priya);
    for (const { kind, name, insiders, outsiders } of privateAssets) {
      const { metadata } = await admin.read<{ metadata: { uid: string } }>(
        `${base}/entities/by-name/${kind}/default/${name}`,
      );
      const missing = { kind, name: 'no-such-thing', uid: randomUUID() };
      const own = [name, metadata.uid, missing.name, missing.uid];
      const aboutReal = questions({ kind, name, uid: metadata.uid });
      const aboutMissing = questions(missing);

      for (const outsider of outsiders) {
        const api = await apiAs(outsider);
        for (const index of aboutReal.keys()) {
          expect(
            await ask(api, aboutReal[index], own),
            `${outsider.name}: ${aboutReal[index].path}`,
          ).toEqual(await ask(api, aboutMissing[index], own));
        }
      }
      for (const insider of onlyForOutsiders || neverShows ? [] : insiders) {
        const api = await apiAs(insider);
        for (const index of aboutReal.keys()) {
          const answer = await ask(api, aboutReal[index], own);
          expect(answer.status, `${insider.name}: ${answer.text}`).toBeLessThan(
            300,
          );
          expect(
            answer,
            `${insider.name}: ${aboutReal[index].path}`,
          ).not.toEqual(await ask(api, aboutMissing[index], own));
        }
      }
    }
  });
}

for (const person of [amara, yuki, margaret]) {
  test(`nothing that the catalog shows to ${person.name} names what is private to others`, async ({
    apiAs,
  }) => {
    const api = await apiAs(person);
    const facets = [
      'metadata.name',
      'metadata.title',
      'metadata.description',
      'relations.hasPart',
      'relations.ownerOf',
      'relations.apiConsumedBy',
      'relations.consumesApi',
      'relations.apiProvidedBy',
    ];
    for (const path of [
      '/entities',
      '/entities?filter=kind=group&filter=kind=system&filter=kind=domain',
      '/entities/by-query?limit=1000',
      '/entities/by-query?fullTextFilterTerm=ledger',
      '/entities/by-query?fullTextFilterTerm=conversation',
      '/entities/by-query?limit=1000&orderField=metadata.name,asc',
      `/entity-facets?${facets.map(facet => `facet=${facet}`).join('&')}`,
      '/locations',
    ]) {
      const response = await api.get(base + path);
      const text = await response.text();
      expect(response.status(), text).toBe(200);
      expect(
        hiddenFrom(person).filter(word => text.includes(word)),
        path,
      ).toEqual([]);
    }
  });
}

test('the catalog counts for an outsider only what is not private', async ({
  apiAs,
}) => {
  const serversOf = async (person: typeof amara, team: string) => {
    const { facets } = await (
      await apiAs(person)
    ).read<{ facets: Record<string, { value: string; count: number }[]> }>(
      `${base}/entity-facets?facet=relations.ownedBy&filter=kind=api`,
    );
    return facets['relations.ownedBy'].find(
      ({ value }) => value === `group:default/${team}`,
    )?.count;
  };
  expect(await serversOf(amara, 'payments')).toBe(5);
  expect(await serversOf(priya, 'payments')).toBe(5);
  expect(await serversOf(yuki, 'payments')).toBe(4);
  expect(await serversOf(yuki, 'customer-care')).toBe(4);
  expect(await serversOf(amara, 'customer-care')).toBe(3);
});
