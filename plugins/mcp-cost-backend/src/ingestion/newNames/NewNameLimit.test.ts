import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../../__testUtils__/databases';
import { systemScope } from '../../access';
import type { Attribution } from '../../usage';
import { attributionFingerprint } from '../../usage/attributionName';
import { AttributionInterner } from '../../usage/AttributionInterner';
import { DatabaseNewNameStore } from './DatabaseNewNameStore';
import { NewNameLimit } from './NewNameLimit';

const PAYMENTS = 'group:default/payments';

const using = (tool: string, teamRef = PAYMENTS): Attribution => ({
  teamRef,
  environment: 'production',
  kind: 'tool-call',
  agent: 'clerk',
  userRef: '',
  serverRef: '',
  serverHint: '',
  tool,
  model: '',
  provider: '',
  unit: '',
});

describeOnBothDatabases('New names', createKnex => {
  let knex: Knex;
  let now: Date;
  beforeEach(async () => {
    knex = await createKnex();
    now = new Date('2026-11-21T12:00:00Z');
  });

  /** One on each replica. */
  const createLimit = (perDay = 3) =>
    new NewNameLimit({
      store: new DatabaseNewNameStore({ knex }),
      scope: systemScope('test'),
      perDay,
      now: () => now,
    });
  const beyond = async (limit: NewNameLimit, ...tools: Attribution[]) =>
    [...(await limit.beyond(tools))].map(({ tool }) => tool);

  it('are taken in up to the limit of a team and day', async () => {
    const limit = createLimit();

    expect(await beyond(limit, using('a'), using('b'))).toEqual([]);
    expect(
      await beyond(
        limit,
        using('c'),
        using('d'),
        using('x', 'group:default/y'),
      ),
    ).toEqual(['d']);
    now = new Date('2026-11-22T00:00:00Z');
    expect(await beyond(limit, using('d'))).toEqual([]);
  });

  it('count once, however often they come', async () => {
    const limit = createLimit();
    for (let time = 0; time < 5; time++) {
      expect(await beyond(limit, using('a'), using('a'))).toEqual([]);
    }

    expect(await beyond(limit, using('b'), using('c'))).toEqual([]);
  });

  it('are counted over all replicas', async () => {
    expect(await beyond(createLimit(), using('a'), using('b'))).toEqual([]);

    expect(await beyond(createLimit(), using('c'), using('d'))).toEqual(['d']);
  });

  it('are not new once they are stored, also after a restart', async () => {
    await new AttributionInterner({ knex }).idsOf([using('a'), using('b')]);

    expect(
      await beyond(createLimit(1), using('a'), using('b'), using('c')),
    ).toEqual([]);
  });

  it('never go beyond the limit when replicas ask at the same time', async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        beyond(createLimit(4), using(`a${index}`), using(`b${index}`)),
      ),
    );

    expect(asked.flat()).toHaveLength(12 - 4);
  });

  it('of days that are over are forgotten', async () => {
    await beyond(createLimit(), using('a'));
    now = new Date('2026-12-01T00:00:00Z');
    await beyond(createLimit(), using('b'));

    expect(await knex('usage_new_names').select()).toHaveLength(1);
  });

  it('are of no team that the scope does not have', async () => {
    const store = new DatabaseNewNameStore({ knex });
    const scope = { ...systemScope('test'), teams: ['group:default/other'] };

    expect(
      await store.claim(scope, {
        teamRef: PAYMENTS,
        day: 1,
        names: 1,
        limit: 10,
      }),
    ).toBe(0);
    await new AttributionInterner({ knex }).idsOf([using('a')]);
    const prints = [attributionFingerprint(using('a'))];
    expect(await store.stored(scope, prints)).toEqual(new Set());
    expect(await store.stored(systemScope('test'), prints)).toEqual(
      new Set(prints),
    );
  });
});
