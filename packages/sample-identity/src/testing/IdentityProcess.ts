import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';

// Tests run from the sources only.
// eslint-disable-next-line no-restricted-syntax
const PACKAGE_ROOT = resolve(__dirname, '../..');

/** The portal of these tests; nothing listens there, redirects to it are only read. */
export const PORTAL_URL = 'http://localhost:3000';
export const CALLBACK_URL = `${PORTAL_URL}/api/auth/oidc/handler/frame`;
export const CLIENT_SECRET = 'secret-of-this-test';

/** The environment in which the provider agrees to start. */
export const DEVELOPMENT = {
  NODE_ENV: 'development',
  IDENTITY_CLIENT_SECRET: CLIENT_SECRET,
};

/**
 * The provider as `npm start` runs it: a process of its own. It can't run inside Jest,
 * which has no way to load the ES module `oidc-provider`.
 */
export class IdentityProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  static async start(env: Record<string, string> = {}) {
    const port = env.IDENTITY_PORT ?? String(await freePort());
    const child = spawnMain({ ...DEVELOPMENT, IDENTITY_PORT: port, ...env });
    let stderr = '';
    child.stderr!.on('data', data => (stderr += data));
    const started = once(child.stdout!, 'data').then(() => true);
    const ended = once(child, 'exit').then(() => false);
    if (!(await Promise.race([started, ended]))) {
      throw new Error(`The provider ended instead of starting: ${stderr}`);
    }
    return new IdentityProcess(child, `http://localhost:${port}`);
  }

  /** For starts that must fail: the exit code and what it said. */
  static async run(env: Record<string, string>) {
    const child = spawnMain(env);
    let stderr = '';
    child.stderr!.on('data', data => (stderr += data));
    const [code] = await once(child, 'close');
    return { code, stderr };
  }

  get port(): string {
    return new URL(this.issuer).port;
  }

  async stop() {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function spawnMain(env: Record<string, string>) {
  return spawn(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', 'src/main.ts'],
    {
      cwd: PACKAGE_ROOT,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}
