/** Run by `npm run contract`, whenever what the server promises has changed. */
import { Client } from '@modelcontextprotocol/client';

import { overStdio } from '../support/connect.js';
import { readLiveContract, writeContractFile } from './readContract.js';

const client = new Client({ name: 'contract', version: '1.0.0' });
await client.connect(overStdio());
writeContractFile(await readLiveContract(client));
await client.close();
