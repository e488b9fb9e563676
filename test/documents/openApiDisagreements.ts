import {
  disagreementTable,
  realDisagreementTable,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/disagreementTable';
import {
  GENERATED_PAIRS,
  PICKED_PAIRS,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/schemaPairs';

import { writeBetween } from './writeBetween';

writeBetween(
  'contract-diff-vs-openapi-diff.md',
  [
    '## Pairs of schemas',
    disagreementTable([...PICKED_PAIRS, ...GENERATED_PAIRS]),
    '## Tools of real servers',
    realDisagreementTable(),
  ].join('\n\n'),
).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
