import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import { DAY_MS } from './keyState';
import { isInUse } from './isInUse';
import type { KeyStore, StoredKey } from './KeyStore';

/** Days before its end at which a key's team is warned, the nearest first. */
const WARN_DAYS = [3, 14];
const LONGEST_WARNING_MS = 14 * DAY_MS;

/** Users switch topics off by these names. */
const TOPIC = 'Service keys';

/** Tells the members of a team that a key of theirs is about to end. */
export class KeyWarner {
  readonly #store: KeyStore;
  readonly #directory: CatalogDirectory;
  readonly #notifications: NotificationService;
  readonly #configuredIds: ReadonlySet<string>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: KeyStore;
    directory: CatalogDirectory;
    notifications: NotificationService;
    /** Of the keys from configuration, those that it still has. */
    configuredIds: ReadonlySet<string>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#notifications = options.notifications;
    this.#configuredIds = options.configuredIds;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Gives each warning once. One that could not be sent is tried again next time. */
  async run(scope: CostScope): Promise<void> {
    const nowMs = this.#now().getTime();
    const keys = await this.#store.list(scope, { endsAfterMs: nowMs });
    for (const key of keys) {
      const days = dueWarning(key, nowMs);
      if (days !== undefined && isInUse(key, this.#configuredIds)) {
        try {
          await this.#warn(scope, key, { days, nowMs });
        } catch (error) {
          this.#logger.warn(
            `Nobody could be told that the service key ${key.id} ends: ${error}`,
          );
        }
      }
    }
  }

  async #warn(
    scope: CostScope,
    key: StoredKey,
    { days, nowMs }: { days: number; nowMs: number },
  ): Promise<void> {
    const entityRef = await this.#directory.membersOf(key.teamRef);
    if (entityRef.length === 0) {
      return;
    }
    const left = Math.max(1, Math.round((key.expiresAtMs - nowMs) / DAY_MS));
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef },
      payload: {
        title: `The service key ${key.name} ends in ${left} day${
          left === 1 ? '' : 's'
        }`,
        description: key.replacedBy
          ? 'It was rotated, and is still used: give the new key to what uses it, or its calls are refused.'
          : 'Rotate it and give the new key to what uses it, or its calls are refused.',
        link: teamPage(key.teamRef),
        severity: days === WARN_DAYS[0] ? 'high' : 'normal',
        topic: TOPIC,
        // Sent twice, for want of knowing that it was sent, it is still one.
        scope: `mcp-cost:key:${key.id}`,
      },
    });
    await this.#store.markWarned(scope, key.id, days);
  }
}

/** Where a team's keys are. */
function teamPage(teamRef: string): string {
  const { kind, namespace, name } = parseEntityRef(teamRef);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/mcp-cost`;
}

/** The warning that a key's team should get now and has not got. */
function dueWarning(key: StoredKey, nowMs: number): number | undefined {
  const leftMs = key.expiresAtMs - nowMs;
  // Who replaced a key knows that it ends, unless something still uses it.
  const settled =
    key.replacedBy !== undefined && nowMs - (key.lastUsedAtMs ?? 0) > DAY_MS;
  if (settled || leftMs > LONGEST_WARNING_MS) {
    return undefined;
  }
  const validMs = key.expiresAtMs - key.createdAtMs;
  return WARN_DAYS.find(
    days =>
      leftMs <= days * DAY_MS &&
      // Not of a key that was made for less.
      validMs > days * DAY_MS &&
      (key.warnedDays === undefined || key.warnedDays > days),
  );
}
