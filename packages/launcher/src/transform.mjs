import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Node's arguments for running TypeScript from the workspace: Backstage's own transform, as its CLI uses it. */
export function transformArguments(root) {
  const require = createRequire(join(root, 'package.json'));
  return [
    '--enable-source-maps',
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  ];
}
