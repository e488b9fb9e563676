import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { defaults } from './defaults.js';

const packageJson = z
  .object({ name: z.string(), version: z.string(), description: z.string() })
  .parse(
    JSON.parse(
      // As far up from here as from where this is built to.
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ),
  );

/** What the server says of itself. */
export const identity = {
  name: packageJson.name,
  version: packageJson.version,
  title: defaults.title,
  purpose: packageJson.description,
};
