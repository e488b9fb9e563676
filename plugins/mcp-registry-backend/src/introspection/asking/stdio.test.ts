import { JsonObject } from '@backstage/types';
import { npmPackage } from './__testUtils__/createTestAsker';
import {
  askerFor,
  PROCESS_SECRET,
  SCRIPTS,
  stdioServer,
} from './__testUtils__/stdioServer';

describe('asking a process', () => {
  const { leftRunning, listed, pids } = stdioServer();

  /** Asks, and does not put up with a process that is left over. */
  const ask = async (mode: string, more?: JsonObject) => {
    const answer = await askerFor(
      listed(mode, { env: { API_KEY: { fromEnv: 'PORTAL_KEY' } } }),
      { maxResponseBytes: 200_000, ...more },
    ).ask(npmPackage('hand-made', '1.0.0'));
    const left = await leftRunning();
    if (left.length > 0) {
      throw new Error(`${left.length} processes were left running`);
    }
    return answer;
  };

  it('reads its contract', async () => {
    expect(await ask('ok')).toMatchObject({
      outcome: 'ok',
      transport: 'stdio',
      endpoint: 'hand-made@1.0.0',
      protocolVersion: '2025-06-18',
      serverInfo: { name: 'stdio', version: '1.0.0' },
    });
    expect(pids()).toHaveLength(1);
  });

  it.each(['greets', 'dies-of-discover', 'silent-about-discover'])(
    'reads the contract of an older server that %s',
    async mode => {
      const answer = await ask(mode, { deadline: { seconds: 4 } });
      expect(answer.outcome).toBe('ok');
    },
  );

  it('holds the deadline when it hangs', async () => {
    const answer = await ask('hang', { deadline: { milliseconds: 600 } });
    expect(answer.outcome).toBe('timeout');
    expect(answer.latencyMs).toBeLessThan(3_000);
  });

  it.each(['flood-stdout', 'flood-stderr'])('cuts off a %s', async mode => {
    expect((await ask(mode)).outcome).toBe('too-large');
  });

  it.each(['garbage', 'other-json'])('says so when it sends %s', async mode => {
    expect(await ask(mode)).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('log to stderr'),
    });
  });

  it('says what it said when it dies midway, without its secrets', async () => {
    const answer = await ask('dies');
    expect(answer).toMatchObject({
      outcome: 'crashed',
      error: expect.stringContaining('with exit code 3'),
    });
    expect(answer.error).toContain('the disk with *** is gone');
    expect(JSON.stringify(answer)).not.toContain(PROCESS_SECRET);
  });

  it('ends a process that ignores SIGTERM, and what it started', async () => {
    expect((await ask('ignores-sigterm')).outcome).toBe('ok');
    expect(pids()).toHaveLength(2);
  });
});

describe('asking a process of the newest era', () => {
  const { listed } = stdioServer();

  it('reads its contract', async () => {
    const asker = askerFor(listed('', { args: [`${SCRIPTS}/modern.js`] }));
    expect(await asker.ask(npmPackage('hand-made', '1.0.0'))).toMatchObject({
      outcome: 'ok',
      protocolVersion: '2026-07-28',
    });
  });
});
