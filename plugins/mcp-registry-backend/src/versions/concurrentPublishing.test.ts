import type { PublishReceipt } from '@mcp-portal/plugin-mcp-registry-common';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { OWNER } from '../__testUtils__/startTestRegistry';
import { aContract } from './__testUtils__/versionSamples';

describeOnBothDatabases('publishing at once', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  it('lets one of two win who publish the same version at once', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const answers = await Promise.all(
      ['b', 'c', 'd', 'e'].map(tool =>
        registry.publish(name, {
          version: '1.1.0',
          contract: aContract('a', tool),
        }),
      ),
    );
    expect(answers.map(answer => answer.status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
    const list = await registry.call(OWNER, `/servers/${name}/versions`);
    expect(list.body.totalItems).toBe(2);
  });

  it('compares each of many who publish at once with the one before it', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const versions = ['1.1.0', '1.2.0', '1.3.0', '1.4.0'];
    // Each offers what those below it do: in whatever order they come, no one breaks.
    const answers = await Promise.all(
      versions.map((version, index) =>
        registry.publish(name, {
          version,
          contract: aContract('a', ...'bcde'.slice(0, index + 1)),
        }),
      ),
    );
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201, 201]);
    const kept = answers.map(
      answer => (answer.body as unknown as PublishReceipt).version!,
    );
    // Who came after a lower one was compared with it, not with the first alone.
    for (const version of kept) {
      const lower = kept.filter(
        other =>
          other.version < version.version &&
          other.publishedAt < version.publishedAt,
      );
      expect(version.base! >= '1.0.0').toBe(true);
      expect(lower.every(other => other.version <= version.base!)).toBe(true);
    }
  });

  it('refuses the later of two who publish at once what does not go together', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const answers = await Promise.all([
      registry.publish(name, {
        version: '1.1.0',
        contract: aContract('a', 'b'),
      }),
      registry.publish(name, {
        version: '1.2.0',
        contract: aContract('a', 'c'),
      }),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409]);
  });
});
