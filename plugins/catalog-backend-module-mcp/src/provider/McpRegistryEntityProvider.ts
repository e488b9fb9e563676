import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

import { createServerEntities } from './createServerEntities';
import { readRegistry } from './readRegistry';
import {
  readRegistryImportConfigs,
  RegistryImportConfig,
} from './RegistryImportConfig';

/**
 * Imports the servers of one source, an MCP Registry or a list, as a whole.
 *
 * The last good import stays when one fails, also over a restart: the catalog
 * keeps what it was last given, and a failed import gives it nothing.
 */
export class McpRegistryEntityProvider implements EntityProvider {
  static fromConfig(
    config: Config,
    options: { logger: LoggerService; scheduler: SchedulerService },
  ): McpRegistryEntityProvider[] {
    return readRegistryImportConfigs(config).map(
      importConfig =>
        new McpRegistryEntityProvider({
          config: importConfig,
          logger: options.logger,
          taskRunner: options.scheduler.createScheduledTaskRunner(
            importConfig.schedule,
          ),
        }),
    );
  }

  readonly #config: RegistryImportConfig;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  #connection?: EntityProviderConnection;

  constructor(options: {
    config: RegistryImportConfig;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    this.#config = options.config;
    this.#taskRunner = options.taskRunner;
    this.#logger = options.logger.child({ target: this.getProviderName() });
  }

  getProviderName(): string {
    return `McpRegistryEntityProvider:${this.#config.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#taskRunner.run({
      id: `${this.getProviderName()}:import`,
      fn: signal => this.#importOrKeep(signal),
    });
  }

  /**
   * Imports once.
   *
   * @throws an error of `@backstage/errors`; the catalog is then as before
   */
  async import(signal?: AbortSignal): Promise<void> {
    if (!this.#connection) {
      throw new ConflictError(
        `${this.getProviderName()} can't import before the catalog has connected it`,
      );
    }
    const records = await readRegistry(this.#config.location, signal);
    const entities = createServerEntities({
      records,
      config: this.#config,
      logger: this.#logger,
    });
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity,
        locationKey: this.getProviderName(),
      })),
    });
    this.#logger.info(
      `Imported ${entities.length} MCP servers out of ${records.length} records`,
    );
  }

  async #importOrKeep(signal: AbortSignal): Promise<void> {
    try {
      await this.import(signal);
    } catch (error) {
      this.#logger.error(
        `The import failed, and the servers of the last good import stay as they are: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
