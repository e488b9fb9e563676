import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { identity } from '../src/config/identity.js';
import { readContractFile, readLiveContract } from './contract/readContract.js';
import { connect, ERAS, overHttp, overStdio } from './support/connect.js';
import { startTestServer } from './support/startTestServer.js';

const HOW = 'If this is meant, run `npm run contract` and raise the version.';

for (const era of ERAS) {
  describe(`The contract, asked for in the ${era} era`, () => {
    it('is the one of contract.json over HTTP', async t => {
      const { url } = await startTestServer(t);
      const client = await connect(t, overHttp(url), era);
      const live = await readLiveContract(client);
      assert.deepEqual(live, readContractFile(), HOW);
    });

    it('is the one of contract.json over stdio', async t => {
      const client = await connect(t, overStdio(), era);
      const live = await readLiveContract(client);
      assert.deepEqual(live, readContractFile(), HOW);
    });

    it('comes from the server and the version that it says', async t => {
      const { url } = await startTestServer(t);
      const client = await connect(t, overHttp(url), era);
      assert.equal(client.getServerVersion()?.name, identity.name);
      assert.equal(client.getServerVersion()?.version, identity.version);
    });
  });
}
