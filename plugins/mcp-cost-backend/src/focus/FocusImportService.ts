import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { CostPage, FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import { CostScope, systemScope } from '../access';
import type { FocusImporter } from './FocusImporter';
import type { FocusImportStore } from './FocusImportStore';
import { spoolUpload, tooLarge } from './spoolUpload';

const MAX_BYTES = 1024 ** 3;
const MAX_FILE_NAME = 200;
/** Uploads and imports together: each may take a gigabyte of disk. */
const MAX_AT_ONCE = 4;
const SEEN_EVERY_MS = 10_000;
const MAX_ERROR = 1_000;

/** Takes bills in, and reads one after the other. */
export class FocusImportService {
  readonly #store: FocusImportStore;
  readonly #importer: FocusImporter;
  readonly #logger: LoggerService;
  readonly #directory: string;
  #atOnce = 0;
  #last: Promise<void> = Promise.resolve();

  /** @param options.directory - where uploads wait until they are read */
  constructor(options: {
    store: FocusImportStore;
    importer: FocusImporter;
    logger: LoggerService;
    directory: string;
  }) {
    this.#store = options.store;
    this.#importer = options.importer;
    this.#logger = options.logger;
    this.#directory = options.directory;
  }

  /**
   * Takes an upload, and reads it in the background.
   *
   * @throws NotAllowedError, PayloadTooLargeError, InputError when it is cut
   *   off, ServiceUnavailableError while others are being read
   */
  async begin(
    scope: CostScope,
    options: { upload: Readable; bytesToCome?: number; fileName?: string },
  ): Promise<FocusImport> {
    const { upload, bytesToCome = 0, fileName } = options;
    if (!scope.mayPrice) {
      throw new NotAllowedError(
        'You may not import bills; ask the platform team, or whoever has the permission mcp.cost.price.',
      );
    }
    if (bytesToCome > MAX_BYTES) {
      throw tooLarge(MAX_BYTES);
    }
    if (this.#atOnce >= MAX_AT_ONCE) {
      throw new ServiceUnavailableError(
        `${MAX_AT_ONCE} bills are being read; send this one when the first is done.`,
      );
    }
    this.#atOnce += 1;
    try {
      return await this.#take(scope, { upload, fileName });
    } catch (error) {
      this.#atOnce -= 1;
      throw error;
    }
  }

  /** @throws NotFoundError */
  async get(scope: CostScope, id: string): Promise<FocusImport> {
    const found = await this.#store.get(scope, id);
    if (!found) {
      throw new NotFoundError(`There is no import ${id}.`);
    }
    return found;
  }

  async list(
    scope: CostScope,
    query: { limit: number; offset: number; search?: string },
  ): Promise<CostPage<FocusImport>> {
    return this.#store.list(scope, query);
  }

  async #take(
    scope: CostScope,
    options: { upload: Readable; fileName?: string },
  ): Promise<FocusImport> {
    const { upload, fileName } = options;
    const folder = await mkdtemp(join(this.#directory, 'mcp-cost-bill-'));
    const clear = () => rm(folder, { recursive: true, force: true });
    try {
      const path = join(folder, 'bill');
      const bytesTotal = await spoolUpload({
        upload,
        path,
        maxBytes: MAX_BYTES,
      });
      const id = randomUUID();
      const name = plainText(fileName ?? '', MAX_FILE_NAME);
      await this.#store.create(scope, {
        id,
        bytesTotal,
        ...(name && { fileName: name }),
      });
      this.#read(id, path, clear);
      return await this.get(scope, id);
    } catch (error) {
      await clear();
      throw error;
    }
  }

  /** Whoever began it may be gone before it is read. */
  #read(id: string, path: string, clear: () => Promise<void>): void {
    const scope = systemScope('focus-import');
    const seen = setInterval(() => {
      this.#store.seen(scope, id).catch(() => {});
    }, SEEN_EVERY_MS);
    this.#last = this.#last
      .then(() => this.#importer.import(scope, id, path))
      .catch(error => this.#fail(scope, id, error))
      .catch(error =>
        this.#logger.error(
          `Bill ${id} could not be imported, nor that be noted; it is noted when it is found abandoned`,
          toError(error),
        ),
      )
      .finally(async () => {
        clearInterval(seen);
        this.#atOnce -= 1;
        await clear();
      });
  }

  async #fail(scope: CostScope, id: string, error: unknown): Promise<void> {
    const { message } = toError(error);
    this.#logger.warn(`Bill ${id} was not imported: ${message}`);
    await this.#store.fail(scope, id, plainText(message, MAX_ERROR));
  }
}
