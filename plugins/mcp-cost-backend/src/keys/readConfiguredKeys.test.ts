import { ConfigReader } from '@backstage/config';

import { createKeySecret } from './keySecret';
import { readConfiguredKeys } from './readConfiguredKeys';

const { id, secret } = createKeySecret();
const GATEWAY = {
  name: 'gateway',
  team: 'payments',
  variable: 'GATEWAY_KEY',
  scopes: ['ingest'],
};

function read(
  entries: object[],
  environment: Record<string, string> = { GATEWAY_KEY: secret },
) {
  return readConfiguredKeys(
    new ConfigReader({
      mcpCost: { keys: { fromEnvironment: entries as never } },
    }),
    environment,
  );
}

describe('keys from configuration', () => {
  it('have their secret from the environment, and their team from the configuration', () => {
    expect(read([GATEWAY])).toEqual([
      {
        id,
        secret,
        name: 'gateway',
        teamRef: 'group:default/payments',
        scopes: ['ingest'],
      },
    ]);
  });

  it('do not exist while their variable is not set', () => {
    expect(read([GATEWAY], {})).toEqual([]);
    expect(read([GATEWAY], { GATEWAY_KEY: '' })).toEqual([]);
    expect(readConfiguredKeys(new ConfigReader({}), {})).toEqual([]);
  });

  it.each([
    ['no scope', { ...GATEWAY, scopes: [] }, 'scopes of "gateway"'],
    ['an unknown scope', { ...GATEWAY, scopes: ['admin'] }, '["admin"]'],
    ['a ref that is none', { ...GATEWAY, team: 'a:' }, 'not an entity ref'],
    ['no variable', { ...GATEWAY, variable: undefined }, 'variable'],
  ])('are refused with %s', (_, entry, message) => {
    expect(() => read([entry])).toThrow(message);
  });

  it('are refused with a secret of another form, which is not told', () => {
    const attempt = () => read([GATEWAY], { GATEWAY_KEY: 'hunter2-hunter2' });
    expect(attempt).toThrow('what GATEWAY_KEY holds is no service key');
    expect(attempt).not.toThrow('hunter2');
  });

  it('are refused when two have the same secret', () => {
    expect(() => read([GATEWAY, { ...GATEWAY, name: 'other' }])).toThrow(
      'the same secret',
    );
  });
});
