import type {
  CostStatus,
  FocusImport,
  PriceSubject,
  UsageReceipt,
} from '@mcp-portal/plugin-mcp-cost-common';
import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import knexFactory, { type Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ADA, FINANCE, LOGISTICS, PAYMENTS } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { csvOf } from '../focus/__testUtils__/csvOf';
import { aRequest, aSpan } from '../otlp/__testUtils__/OtlpRequest';
import { EventRetention } from '../retention/EventRetention';
import { DatabaseRollupWriter } from '../rollups/DatabaseRollupWriter';
import { SeededRandom } from '../sample/SeededRandom';
import { DAY_MS, dayOf, dayText } from '../time/days';

/** Longer by hand: it then finds what is rarer. */
const SECONDS = Number(process.env.MCP_COST_STRESS_SECONDS ?? 3);
const SEED = process.env.MCP_COST_STRESS_SEED ?? 'sums';
const WORKERS = 6;
/** Beyond it events are deleted while others are taken in; none is sent again. */
const KEPT_DAYS = 60;
const SERVERS = ['ledger', 'freight', 'archive'];
const TASKS = ['mcp-cost-rollup', 'mcp-cost-repricing', 'mcp-cost-hosting'];

type Sent = Record<string, unknown> & { id: string; revision: number };

/** What each id last said, as far as it was acknowledged. */
type Known = Map<string, Sent>;

describeOnBothDatabases('sums, while all happens at once', createKnex => {
  let knex: Knex;
  let otherKnex: Knex;
  /** Two of them on PostgreSQL: each with its own caches and connections. */
  let replicas: TestCost[];

  beforeEach(async () => {
    knex = await createKnex();
    otherKnex = isSqlite(knex) ? knex : knexFactory(knex.client.config);
    replicas = [await startTestCost(knex)];
    if (!isSqlite(knex)) {
      replicas.push(await startTestCost(otherKnex));
    }
  });
  afterEach(async () => {
    await Promise.all(replicas.map(({ backend }) => backend.stop()));
    if (otherKnex !== knex) {
      await otherKnex.destroy();
    }
  });

  it('are those of the events, and of what was acknowledged', async () => {
    const random = new SeededRandom(SEED);
    const today = dayOf(Date.now());
    const keys = await Promise.all([
      replicas[0].makeKey(PAYMENTS),
      replicas[0].makeKey(LOGISTICS),
      replicas[0].makeKey(FINANCE, { reportsFor: [PAYMENTS, LOGISTICS] }),
    ]);
    const known: Known[] = keys.map(() => new Map());
    const failures: string[] = [];
    const imports: { id: string; by: TestCost }[] = [];
    const anyReplica = () => random.pick(replicas);
    let ids = 0;

    const records = (count: number, isOld = false): Sent[] =>
      Array.from({ length: count }, () => {
        ids += 1;
        const day = isOld
          ? today - KEPT_DAYS - 5 - Math.floor(random.next() * 10)
          : today - Math.floor(random.next() * 40);
        return {
          id: `call-${ids}`,
          revision: 0,
          kind: 'tool-call',
          at: new Date(day * DAY_MS + random.next() * 6e6).toISOString(),
          environment: 'production',
          agent: random.pick(['clerk', 'dispatcher']),
          server: random.pick(SERVERS),
          tool: random.pick(['read', 'write']),
          outcome: random.isHit(0.1) ? 'error' : 'ok',
          durationMs: Math.floor(random.next() * 3_000),
        };
      });

    /** As collectors do: until it is acknowledged. */
    const sendOnce = async (sender: number, body: unknown, path = '/usage') => {
      for (;;) {
        const answer = await anyReplica().ask<UsageReceipt>(
          keys[sender],
          'POST',
          path,
          body,
        );
        if (answer.status !== 503 || !answer.headers.has('retry-after')) {
          return answer;
        }
      }
    };
    const send = async (sender: number, batch: Sent[]) => {
      // Three times at once, to whichever replica: as collectors do that time out.
      const answers = await Promise.all(
        [1, 2, 3].map(() => sendOnce(sender, batch)),
      );
      for (const { status, text, body } of answers) {
        if (status !== 200) {
          failures.push(`${status}: ${text}`);
        } else if (body.refused > 0) {
          failures.push(text);
        }
      }
      const stored = answers.reduce((sum, { body }) => sum + body.accepted, 0);
      if (stored !== batch.length) {
        failures.push(
          `${batch.length} new records were stored ${stored} times`,
        );
      }
      for (const record of batch) {
        const before = known[sender].get(record.id);
        if (!before || before.revision < record.revision) {
          known[sender].set(record.id, record);
        }
      }
    };

    const senderOf = () => Math.floor(random.next() * keys.length);
    const sendNew = () => send(senderOf(), records(random.count(30) + 1));
    const correct = async () => {
      const sender = senderOf();
      const before = [...known[sender].values()]
        .slice(0, 300)
        .filter(
          ({ at }) => dayOf(Date.parse(String(at))) > today - KEPT_DAYS + 1,
        );
      const chosen = new Set(
        Array.from({ length: 20 }, () => before.length && random.pick(before)),
      );
      const batch = [...chosen].flatMap(old => {
        if (!old) {
          return [];
        }
        const [{ id: _id, revision: _revision, ...changed }] = records(1);
        // Nobody else corrects it meanwhile to the same.
        ids += 1;
        return [{ ...changed, id: old.id, revision: ids }];
      });
      if (batch.length > 0) {
        const answers = await Promise.all(
          [1, 2, 3].map(() => sendOnce(sender, batch)),
        );
        failures.push(
          ...answers
            .filter(({ status }) => status !== 200)
            .map(({ text }) => text),
        );
        for (const record of batch) {
          const now = known[sender].get(record.id)!;
          if (now.revision < record.revision) {
            known[sender].set(record.id, record);
          }
        }
      }
    };

    let traced = 0;
    /** A call as its agent, its client and the server see it, each for itself. */
    const trace = async () => {
      traced += 1;
      ids += 3;
      const at = new Date(Date.now() - random.next() * 30 * DAY_MS);
      const seen = {
        at,
        traceId: ids.toString(16).padStart(32, 'c'),
      };
      const call = { 'gen_ai.tool.name': 'read', 'mcp.server.name': 'freight' };
      const mcp = { ...call, 'mcp.method.name': 'tools/call' };
      const asks = [
        [
          0,
          aSpan(
            ids,
            { ...call, 'gen_ai.operation.name': 'execute_tool' },
            seen,
          ),
        ],
        [0, aSpan(ids + 1, mcp, { ...seen, kind: 3, parent: ids })],
        [1, aSpan(ids + 2, mcp, { ...seen, kind: 2, parent: ids + 1 })],
      ] as const;
      await Promise.all(
        [...asks, ...asks]
          .map(ask => ({ ask, order: random.next() }))
          .sort((a, b) => a.order - b.order)
          .map(async ({ ask: [sender, span] }) => {
            const agent = sender === 0 ? 'clerk' : 'freight';
            const body = aRequest([span], {
              'service.name': agent,
              'deployment.environment.name': 'production',
            });
            const { status, text } = await sendOnce(sender, body, '/v1/traces');
            if (status !== 200 || text !== '{}') {
              failures.push(text);
            }
          }),
      );
    };

    const price = async () => {
      const serverRef = `api:default/${random.pick(SERVERS)}`;
      const subject: PriceSubject = random.pick([
        { kind: 'tool-call', serverRef } as const,
        { kind: 'tool-call', serverRef, tool: 'read' } as const,
        { kind: 'hosting-month', serverRef } as const,
        { kind: 'hosting-hour', serverRef } as const,
      ]);
      const { status, text } = await anyReplica().ask(ADA, 'POST', '/prices', {
        subject,
        amounts: { perUnit: (random.next() * 10).toFixed(9) },
        validFrom: dayText(today - Math.floor(random.next() * 40)),
      });
      // Two may want to price the same from the same day.
      if (status !== 201 && status !== 409) {
        failures.push(`${status}: ${text}`);
      }
    };
    const unprice = async () => {
      const by = anyReplica();
      const { body } = await by.ask<{ items: { id: number }[] }>(
        ADA,
        'GET',
        '/prices',
      );
      if (body.items.length > 0) {
        const { id } = random.pick(body.items);
        const { status, text } = await by.ask(ADA, 'DELETE', `/prices/${id}`);
        if (![200, 404].includes(status)) {
          failures.push(`${status}: ${text}`);
        }
      }
    };
    const bill = async () => {
      const by = anyReplica();
      const rows = Array.from({ length: 20 }, () => {
        const day = `${dayText(
          today - Math.floor(random.next() * 30),
        )}T00:00:00Z`;
        return {
          BillingAccountId: random.pick(['one', 'two']),
          BillingPeriodStart: `${dayText(today - 31)}T00:00:00Z`,
          BillingPeriodEnd: `${dayText(today + 1)}T00:00:00Z`,
          ChargePeriodStart: day,
          EffectiveCost: (random.next() * 5 - 1).toFixed(12),
          Tags: JSON.stringify({
            team: random.pick(['payments', 'logistics']),
          }),
        };
      });
      const { status, text, body } = await by.ask<FocusImport>(
        ADA,
        'POST',
        '/focus-imports',
        csvOf(rows),
        { 'content-type': 'text/csv' },
      );
      if (status === 202) {
        imports.push({ id: body.id, by });
      } else if (status !== 503) {
        failures.push(`${status}: ${text}`);
      }
    };
    const task = () => anyReplica().scheduler.triggerTask(random.pick(TASKS));
    const retention = new EventRetention({
      writer: new DatabaseRollupWriter({ knex: otherKnex }),
      retentionDays: KEPT_DAYS,
      now: () => new Date(),
    });
    const forget = () => retention.deleteOld();
    const check = async () => {
      const { body } = await anyReplica().ask<CostStatus>(
        ADA,
        'POST',
        '/status/check',
      );
      if (!body.check?.equal) {
        failures.push(`meanwhile: ${JSON.stringify(body)}`);
      }
    };

    await send(0, records(200, true));
    const acts = [
      sendNew,
      sendNew,
      trace,
      trace,
      correct,
      correct,
      price,
      unprice,
    ];
    const rare = [bill, task, forget, check];
    const until = Date.now() + SECONDS * 1_000;
    await Promise.all(
      Array.from({ length: WORKERS }, async () => {
        while (Date.now() < until) {
          await random.pick(random.isHit(0.3) ? rare : acts)();
        }
      }),
    );
    for (const { id, by } of imports) {
      for (;;) {
        const { body } = await by.ask<FocusImport>(
          ADA,
          'GET',
          `/focus-imports/${id}`,
        );
        if (body.finishedAt) {
          if (body.state !== 'done') {
            failures.push(JSON.stringify(body));
          }
          break;
        }
      }
    }
    for (const name of TASKS) {
      await replicas[0].scheduler.triggerTask(name);
    }
    expect(failures).toEqual([]);
    const last = await replicas[0].ask<CostStatus>(
      ADA,
      'POST',
      '/status/check',
    );
    expect(last.body).toMatchObject({
      pendingBatches: 0,
      check: { equal: true, differences: 0 },
    });

    const said = known.flatMap(of => [...of.values()]);
    const [sums] = await knex('usage_days as d')
      .join('usage_attributions as a', 'a.id', 'd.attribution_id')
      .join('usage_consumers as c', 'c.id', 'a.consumer_id')
      .where('c.kind', 'tool-call')
      .sum({ calls: 'd.calls', errors: 'd.errors', us: 'd.duration_us' });
    expect({
      calls: Number(sums.calls),
      errors: Number(sums.errors),
      us: Number(sums.us),
    }).toEqual({
      calls: said.length + traced,
      errors: said.filter(({ outcome }) => outcome === 'error').length,
      us:
        said.reduce((sum, { durationMs }) => sum + Number(durationMs), 0) *
          1e3 +
        traced * 250_000,
    });
    // No bill twice, none of those that were replaced.
    const bills = await knex('focus_bills').where('state', 'current');
    expect(bills.length).toBeLessThanOrEqual(2);
    const [charged] = await knex('usage_batches')
      .whereIn(
        'import_id',
        bills.map(({ id }) => id),
      )
      .count({ n: '*' });
    const [all] = await knex('usage_batches')
      .where('source', 'focus')
      .count({ n: '*' });
    expect(all.n).toBe(charged.n);
  });
});
