import type {
  BudgetIncrease,
  CostPage,
  IdleResource,
  Price,
} from '@mcp-portal/plugin-mcp-cost-common';
import { randomUUID } from 'node:crypto';
import { bodyOf } from '../support/Api';
import { operationsOf } from '../support/openApi';
import {
  amara,
  elif,
  hannah,
  margaret,
  mateusz,
  priya,
  yuki,
} from '../support/people';
import { makeKey, revokeKey } from '../support/serviceKeys';
import { expect, test } from '../support/test';
import { COST, day, fullDays, last90Days, whenUsed } from '../support/usage';
import { ask, type Question } from './compareAnswers';
import {
  costOperations,
  operationsById,
  operationsOfAdmins,
  operationsOfKeys,
  operationsReadWhole,
} from './costOperations';
import { costSubjects } from './costSubjects';
import { hiddenFrom } from './privateAssets';

const TEAM = 'risk-compliance';

test.beforeAll(async ({ apiAs }) => {
  test.setTimeout(150_000);
  await whenUsed(await apiAs(priya));
});

test('every operation of costs has a case here', async ({ apiAs }) => {
  expect(await operationsOf(await apiAs(priya), COST)).toEqual(
    [
      ...Object.keys(costOperations),
      ...Object.keys(operationsById),
      ...Object.keys(operationsOfAdmins),
      ...Object.keys(operationsOfKeys),
      ...operationsReadWhole,
    ].sort(),
  );
});

/** Sums go on while one asks; how far they are tells of nobody. */
const STEADY = /"(summedUntil|scannedAt)":"[^"]*"/g;

for (const [operation, one] of Object.entries(costOperations)) {
  const { about = costSubjects, questions, onlyOutsiders } = one;
  test(`${operation} answers an outsider as if nothing of it was ever used`, async ({
    apiAs,
  }) => {
    for (const { dimension, ref, missing, insiders, outsiders } of about) {
      const own = [ref, missing].flatMap(each => [
        each,
        encodeURIComponent(each),
        each.split('/')[1],
      ]);
      const real = questions(ref, dimension);
      const none = questions(missing, dimension);
      const answer = async (person: typeof amara, question: Question) => {
        const { status, text } = await ask(await apiAs(person), question, own);
        return { status, text: text.replace(STEADY, '') };
      };
      for (const index of real.keys()) {
        for (const outsider of outsiders) {
          expect(
            await answer(outsider, real[index]),
            `${outsider.name}: ${real[index].path}`,
          ).toEqual(await answer(outsider, none[index]));
        }
        for (const insider of onlyOutsiders ? [] : insiders) {
          const told = await answer(insider, real[index]);
          expect(told.status, `${insider.name}: ${told.text}`).toBe(200);
          expect(told, `${insider.name}: ${real[index].path}`).not.toEqual(
            await answer(insider, none[index]),
          );
        }
      }
    }
  });
}

test('what has an id can be changed by no outsider, and is no other to them than one that is not there', async ({
  apiAs,
}) => {
  const admin = await apiAs(priya);
  const member = await apiAs(hannah);
  const key = await makeKey(member, TEAM, 'ingest');
  const increase = await bodyOf<BudgetIncrease>(
    await member.post(`${COST}/teams/${TEAM}/budget/increases`, {
      amount: '1',
      reason: 'To see who learns of it',
    }),
  );
  const { items } = await admin.read<CostPage<IdleResource>>(
    `${COST}/idle?exempted=with&team=group%3Adefault%2Fpayments`,
  );
  const idle = items.find(({ kind }) => kind !== 'key');
  const kinds = {
    keys: {
      id: key.key.id,
      none: '0'.repeat(16),
      outsiders: [amara, margaret],
    },
    increases: {
      id: increase.id,
      none: randomUUID(),
      outsiders: [amara, margaret, elif],
    },
    idle: {
      id: idle!.id,
      none: `${idle!.kind}-${'0'.repeat(32)}`,
      outsiders: [yuki, hannah],
    },
  };
  try {
    for (const [person, sees] of [
      [hannah, true],
      [priya, true],
      [amara, false],
      [margaret, false],
    ] as const) {
      const api = await apiAs(person);
      for (const [path, id] of [
        [`/teams/${TEAM}/keys`, key.key.id],
        ['/increases?state=pending&limit=200', increase.id],
      ]) {
        const text = await (await api.get(COST + path)).text();
        expect(text.includes(id), `${person.name}: ${path}`).toBe(sees);
      }
    }
    for (const [operation, question] of Object.entries(operationsById)) {
      const kind = operation.split('/')[1] as keyof typeof kinds;
      const { id, none, outsiders } = kinds[kind];
      for (const outsider of outsiders) {
        const api = await apiAs(outsider);
        const own = [id, none];
        const answer = await ask(api, question(id), own);
        expect(answer.status, `${outsider.name}: ${operation}`).toBeGreaterThan(
          400,
        );
        expect(answer, `${outsider.name}: ${operation}`).toEqual(
          await ask(api, question(none), own),
        );
      }
    }
  } finally {
    await revokeKey(member, key);
    await member.delete(`${COST}/increases/${increase.id}`);
  }
});

test('what is for platform admins, plugins and keys is refused to all others', async ({
  apiAs,
}) => {
  for (const person of [amara, margaret]) {
    const api = await apiAs(person);
    for (const [operation, question] of Object.entries(operationsOfAdmins)) {
      const { status, text } = await ask(api, question, []);
      expect([403, 404], `${person.name}: ${operation}: ${text}`).toContain(
        status,
      );
    }
  }
  for (const question of Object.values(operationsOfKeys)) {
    const { status } = await ask(await apiAs(priya), question, []);
    expect(status, question.path).toBe(401);
  }
});

const PEOPLE_OF_PAYMENTS = [
  'amara.okafor',
  'linh.nguyen',
  'tomas.herrera',
] as const;
const PEOPLE_OF_CUSTOMER_CARE = ['yuki.tanaka', 'fatima.elsayed'] as const;

const lists = [
  `/overview?${last90Days()}`,
  ...[
    'team',
    'server',
    'agent',
    'tool',
    'model',
    'user',
    'environment',
  ].flatMap(by => [
    `/series?${last90Days()}&by=${by}&top=20`,
    `/breakdown?${last90Days()}&by=${by}&limit=200&compare=true`,
    `/values/${by}?${last90Days()}&limit=200`,
    `/exports/csv?${last90Days()}&by=${by}`,
  ]),
  `/breakdown?${last90Days()}&by=server&by=agent&limit=200`,
  `/breakdown?${last90Days()}&by=team&by=user&limit=200`,
  `/breakdown?${last90Days()}&by=agent&search=ledger`,
  `/exports/focus?${fullDays()}&by=team`,
  `/calls?${last90Days()}&limit=200`,
  ...['server', 'agent', 'model', 'tool'].map(
    by => `/quality?${last90Days()}&by=${by}&limit=200`,
  ),
  ...['support-tickets', 'sequential-thinking', 'shipment-tracking'].flatMap(
    name => [
      `/servers/${name}/last-calls`,
      `/calls?${last90Days()}&limit=200&server=api:default/${name}`,
      `/quality?${last90Days()}&by=agent&server=api:default/${name}`,
    ],
  ),
  '/alerts?state=all&limit=200',
  '/idle?exempted=with&limit=200',
  '/budgets?limit=200',
  '/increases?limit=200',
  '/prices?limit=200',
  '/prices/unpriced',
  '/repricings?limit=200',
  '/status',
];

for (const { person, others } of [
  { person: amara, others: PEOPLE_OF_CUSTOMER_CARE },
  { person: yuki, others: PEOPLE_OF_PAYMENTS },
  { person: elif, others: [...PEOPLE_OF_PAYMENTS, 'hannah.cohen'] },
  { person: mateusz, others: [...PEOPLE_OF_PAYMENTS, 'elif.demir'] },
]) {
  test(`no report or list names to ${person.name} what is private to others, nor their people`, async ({
    apiAs,
  }) => {
    const api = await apiAs(person);
    const hidden = [
      ...(person === elif || person === mateusz
        ? [...hiddenFrom(amara), ...hiddenFrom(yuki)]
        : hiddenFrom(person)),
      ...others.map(name => `user:default/${name}`),
    ];
    for (const path of lists) {
      const response = await api.get(COST + path);
      // What one has no server of is not found.
      expect([200, 404], path).toContain(response.status());
      const text = await response.text();
      expect(
        hidden.filter(word => text.includes(word)),
        path,
      ).toEqual([]);
    }
  });
}

test('the price of a private server is told to those who may see the server', async ({
  apiAs,
}) => {
  const admin = await apiAs(priya);
  const price = await bodyOf<Price>(
    await admin.post(`${COST}/prices`, {
      subject: {
        kind: 'hosting-month',
        serverRef: 'api:default/payment-ledger',
      },
      amounts: { perUnit: '10' },
      validFrom: day(365),
    }),
  );
  try {
    for (const [person, count] of [
      [amara, 1],
      [priya, 1],
      [yuki, 0],
      [elif, 0],
    ] as const) {
      const api = await apiAs(person);
      for (const query of [
        'search=payment-ledger',
        'serverRef=payment-ledger',
      ]) {
        const { items, totalItems } = await api.read<CostPage<Price>>(
          `${COST}/prices?${query}`,
        );
        expect([items.length, totalItems], `${person.name}: ${query}`).toEqual([
          count,
          count,
        ]);
      }
    }
  } finally {
    await admin.delete(`${COST}/prices/${price.id}`);
  }
});
