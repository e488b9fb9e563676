import { describeOnBothDatabases } from './__testUtils__/databases';
import { PETRA } from './__testUtils__/people';
import { startTestCost, TestCost } from './__testUtils__/startTestCost';

describeOnBothDatabases('the plugin', createKnex => {
  let cost: TestCost;

  beforeAll(async () => {
    cost = await startTestCost(await createKnex());
  });

  afterAll(() => cost.backend.stop());

  it('starts, and says what it offers', async () => {
    const { status, body } = await cost.ask(PETRA, 'GET', '/openapi.json');
    expect(status).toBe(200);
    expect(body.info).toMatchObject({ title: 'MCP cost' });
  });

  it('answers nobody', async () => {
    const { status } = await cost.ask(undefined, 'GET', '/openapi.json');
    expect(status).toBe(401);
  });
});
