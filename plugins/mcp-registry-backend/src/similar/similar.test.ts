import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aGoodAttempt, aServer, NOW } from '../__testUtils__/samples';
import {
  type FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { OWNER, STRANGER } from '../__testUtils__/startTestRegistry';
import { systemScope } from '../access';

const system = systemScope();

describeOnBothDatabases('asking for what is similar', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
    await registry.servers.put(
      system,
      [
        aServer('parcels', { purpose: 'Tracks parcels on their way' }),
        aServer('routes', { purpose: 'Plans the route of a van' }),
        aServer('weather', { purpose: 'Forecasts rain and wind' }),
        aServer('menu', { purpose: 'Plans the menu of the canteen' }),
      ],
      NOW,
    );
    await registry.introspection.record(
      system,
      'api:default/weather',
      aGoodAttempt({
        forecast_rain: `Tells when it rains. ${'Really. '.repeat(100)}`,
      }),
    );
  });

  afterAll(() => registry.backend.stop());

  async function find(text: string, user = OWNER, rest = '') {
    const answer = await registry.call(
      user,
      `/servers/similar?text=${encodeURIComponent(text)}${rest}`,
    );
    expect(answer.text && answer.status).toBe(200);
    return answer.body.items as SimilarServer[];
  }

  it('gives the servers with their tools, bounded, and the words in common', async () => {
    expect(await find('forecast the rain')).toEqual([
      {
        server: expect.objectContaining({
          ref: 'api:default/weather',
          purpose: 'Forecasts rain and wind',
          counts: expect.objectContaining({ tools: 1 }),
        }),
        score: 1,
        level: 'very-close',
        tools: [
          {
            name: 'forecast_rain',
            description: expect.stringMatching(/^Tells when .{200,290}…$/),
            score: 1,
          },
        ],
        because: ['forecast', 'rain'],
      },
    ]);
  });

  it('gives no more than are wanted, in the same order each time', async () => {
    const names = async (rest = '') =>
      (await find('plans', OWNER, rest)).map(({ server }) => server.name);
    expect(await names()).toEqual(['menu', 'routes']);
    expect(await names()).toEqual(['menu', 'routes']);
    expect(await names('&limit=1')).toEqual(['menu']);
  });

  it.each([
    ['no text', 'text='],
    ['none at all', 'limit=3'],
    ['a long text', `text=${'x'.repeat(1001)}`],
    ['no servers', 'text=a&limit=0'],
    ['too many servers', 'text=a&limit=11'],
    ['what it does not know', 'text=a&visibility=team'],
  ])('refuses a request for %s', async (_, query) => {
    const answer = await registry.call(OWNER, `/servers/similar?${query}`);
    expect(answer.status).toBe(400);
  });

  it('takes whatever is typed', async () => {
    for (const text of [
      "'; --",
      '"a* NOT b',
      'a & ! b:*',
      '\0',
      '😀',
      '%_\\',
    ]) {
      const answer = await registry.call(
        OWNER,
        `/servers/similar?text=${encodeURIComponent(text)}`,
      );
      expect([text, answer.status]).toEqual([text, 200]);
    }
  });

  it('lets nothing that is hidden change what others are told', async () => {
    const texts = [
      'tracks parcels',
      'plans the menu',
      'tells the secret recipes of the canteen',
      'forecasts',
    ];
    const told = async (user: string) =>
      JSON.stringify(await Promise.all(texts.map(text => find(text, user))));
    const before = await told(STRANGER);
    const hidden = Array.from({ length: 30 }, (_, i) =>
      aServer(`hidden-${i}`, {
        visibility: 'team',
        purpose: 'Tracks parcels, plans menus and forecasts secret recipes',
      }),
    );
    await registry.servers.put(system, hidden, NOW);
    expect(await told(STRANGER)).toBe(before);
    expect(await told(OWNER)).toContain('hidden-1');
    await registry.servers.remove(
      system,
      hidden.map(({ ref }) => ref),
      NOW,
    );
    expect(await told(OWNER)).not.toContain('hidden-1');
  });

  it('wants to know who asks', async () => {
    const answer = await registry.call(undefined, '/servers/similar?text=a');
    expect(answer.status).toBe(401);
  });
});
