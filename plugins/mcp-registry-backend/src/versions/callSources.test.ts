import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mcpUsageExtensionPoint } from '@mcp-portal/plugin-mcp-registry-node';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { anAgent, aUse } from '../__testUtils__/samples';
import { startFilledRegistry } from '../__testUtils__/startFilledRegistry';
import { STRANGER } from '../__testUtils__/startTestRegistry';

function aModule(
  moduleId: string,
  lastCalls: () => Promise<Map<string, string>>,
): BackendFeature {
  return createBackendModule({
    pluginId: 'mcp-registry',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { usage: mcpUsageExtensionPoint },
        async init({ usage }) {
          usage.addCallSource({ lastCalls });
        },
      });
    },
  });
}

describeOnBothDatabases('calls that a module knows of', createKnex => {
  const AT = '2026-01-02T00:00:00.000Z';

  it('are shown with the agents that the caller may see', async () => {
    const registry = await startFilledRegistry(await createKnex(), [
      aModule(
        'calls',
        async () =>
          new Map([
            ['component:default/clerk', AT],
            ['component:default/hidden', AT],
          ]),
      ),
    ]);
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    await registry.agents.put(systemScope(), [
      anAgent('clerk', { uses: [aUse(name)] }),
      anAgent('hidden', { visibility: 'team', uses: [aUse(name)] }),
    ]);
    const answer = await registry.call(STRANGER, `/servers/${name}/consumers`);
    expect(answer.body).toMatchObject({
      callsKnown: true,
      lines: [{ consumers: [{ name: 'clerk', lastCalledAt: AT }] }],
    });
    expect(answer.text).not.toContain('hidden');
    await registry.backend.stop();
  });
});
