import { isSqlite } from '@mcp-portal/plugin-mcp-node';

import { systemScope } from '../access';
import { CatalogAttributor } from '../attribution';
import type { Foundation } from '../Foundation';
import { AppendQueue } from './AppendQueue';
import { DefaultIngestionService } from './DefaultIngestionService';
import { InFlight } from './InFlight';
import type { IngestionService } from './IngestionService';
import { DatabaseNewNameStore, NewNameLimit } from './newNames';
import { readIngestionConfig } from './readIngestionConfig';
import { RecentRate } from './RecentRate';

/** SQLite has one writer; of PostgreSQL's connections the pages need some. */
const AT_ONCE = { sqlite: 1, postgres: 3 };

/** What all ways in store usage with. */
export function createIngestion(
  foundation: Pick<
    Foundation,
    'config' | 'directory' | 'knex' | 'logger' | 'now' | 'priceBooks' | 'usage'
  >,
): IngestionService {
  const { config, directory, knex, logger, now, priceBooks, usage } =
    foundation;
  const { maxNewNamesPerDay, maxRecordsInFlight } = readIngestionConfig(config);
  // Whose the usage is has been decided, by the key, before it gets here.
  const scope = systemScope('ingestion');
  const rate = new RecentRate();
  const inFlight: InFlight = new InFlight({
    limit: maxRecordsInFlight,
    retryAfterSeconds: () => rate.secondsFor(inFlight.total),
  });
  return new DefaultIngestionService({
    directory,
    attributor: new CatalogAttributor(),
    newNames: new NewNameLimit({
      store: new DatabaseNewNameStore({ knex }),
      scope,
      perDay: maxNewNamesPerDay,
      now,
    }),
    queue: new AppendQueue({
      store: usage,
      priceBooks,
      scope,
      now,
      atOnce: isSqlite(knex) ? AT_ONCE.sqlite : AT_ONCE.postgres,
    }),
    inFlight,
    rate,
    logger,
  });
}
