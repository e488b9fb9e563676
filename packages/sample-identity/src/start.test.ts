import { DEVELOPMENT, IdentityProcess } from './testing/IdentityProcess';

/** Each of these is one line, without a stack, and ends the process with 1. */
async function refusal(env: Record<string, string>) {
  const { code, stderr } = await IdentityProcess.run(env);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
}

describe('starting the sample identity provider', () => {
  it.each(['production', 'test', ''])(
    'is refused with NODE_ENV=%s',
    async NODE_ENV => {
      expect(await refusal({ ...DEVELOPMENT, NODE_ENV })).toContain(
        'runs only with NODE_ENV=development',
      );
    },
  );

  it('is refused without a client secret', async () => {
    expect(await refusal({ NODE_ENV: 'development' })).toContain(
      'IDENTITY_CLIENT_SECRET is not set',
    );
  });

  it('is refused for a portal on another machine', async () => {
    expect(
      await refusal({ ...DEVELOPMENT, PORTAL_URL: 'https://portal.example' }),
    ).toContain('portal.example');
  });

  it('is refused when the folder of people is missing', async () => {
    expect(
      await refusal({ ...DEVELOPMENT, IDENTITY_PEOPLE: 'no-such-folder' }),
    ).toContain('no-such-folder');
  });

  it('says so when the port is taken', async () => {
    const first = await IdentityProcess.start();
    try {
      const IDENTITY_PORT = first.port;
      expect(await refusal({ ...DEVELOPMENT, IDENTITY_PORT })).toContain(
        `Port ${IDENTITY_PORT} is taken`,
      );
    } finally {
      await first.stop();
    }
  });
});
