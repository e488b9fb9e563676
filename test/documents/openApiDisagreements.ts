import { disagreementTable } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/disagreementTable';
import {
  GENERATED_PAIRS,
  PICKED_PAIRS,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/schemaPairs';

import { writeBetween } from './writeBetween';

writeBetween(
  'contract-diff-vs-openapi-diff.md',
  disagreementTable([...PICKED_PAIRS, ...GENERATED_PAIRS]),
).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
