import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';

import { systemScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { NoticeRecipients } from './Notice';
import type { ClaimedNotice, NoticeStore } from './NoticeStore';

const MINUTE_MS = 60_000;
/** How long sending may take before another replica may try. */
const CLAIM_MS = 2 * MINUTE_MS;
/** The first wait after a failure; each next one is twice as long. */
const FIRST_WAIT_MS = MINUTE_MS;
const MAX_WAIT_MS = 60 * MINUTE_MS;
/** Whom nobody could be told of for so long is no news any more. */
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS;
const KEPT_MS = 90 * 24 * 60 * MINUTE_MS;
/** Of one run; what is left goes with the next. */
const MAX_NOTICES = 200;

const scope = systemScope('notices');

/**
 * Sends what is to be told. A crash between sending and writing that down sends
 * it again: with the same scope, so that Backstage updates the notification
 * instead of adding one.
 */
export class NoticeSender {
  readonly #store: NoticeStore;
  readonly #notifications: NotificationService;
  readonly #directory: CatalogDirectory;
  readonly #deciders: readonly string[];
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: NoticeStore;
    notifications: NotificationService;
    directory: CatalogDirectory;
    /** Who decides for teams that nobody is above. */
    deciders: readonly string[];
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#directory = options.directory;
    this.#deciders = options.deciders;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Sends all that is due. Never throws: what fails is tried again. */
  async flush(): Promise<void> {
    try {
      for (let sent = 0; sent < MAX_NOTICES; sent++) {
        const now = this.#now();
        const notice = await this.#store.claim(
          scope,
          now,
          now.getTime() + CLAIM_MS,
        );
        if (!notice) {
          return;
        }
        await this.#send(notice);
      }
    } catch (error) {
      this.#logger.warn(`Notices could not be sent, and will be: ${error}`);
    }
  }

  async prune(): Promise<void> {
    await this.#store.prune(scope, new Date(this.#now().getTime() - KEPT_MS));
  }

  async #send(notice: ClaimedNotice): Promise<void> {
    const nowMs = this.#now().getTime();
    try {
      const entityRef = await this.#resolve(notice.recipients);
      if (entityRef.length > 0) {
        await this.#notifications.send({
          recipients: { type: 'entity', entityRef },
          payload: { ...notice.payload, scope: notice.scope },
        });
      }
      await this.#store.settle(scope, notice);
    } catch (error) {
      if (nowMs - notice.changedAtMs > GIVE_UP_AFTER_MS) {
        this.#logger.error(
          `The notice ${notice.scope} could not be sent for a day, and is given up: ${error}`,
        );
        await this.#store.settle(scope, notice);
        return;
      }
      this.#logger.warn(
        `The notice ${notice.scope} could not be sent, and will be tried again: ${error}`,
      );
      const waitMs = Math.min(
        MAX_WAIT_MS,
        FIRST_WAIT_MS * 2 ** (notice.attempts - 1),
      );
      await this.#store.postpone(scope, notice, nowMs + waitMs);
    }
  }

  /**
   * The people behind the teams. Backstage would tell the members of the teams
   * below too, whose cost it isn't.
   */
  async #resolve(recipients: NoticeRecipients): Promise<string[]> {
    const teams = [
      ...(recipients.membersOf ?? []),
      ...(recipients.decidersOf
        ? await this.#teamsDecidingFor(recipients.decidersOf)
        : []),
    ];
    const people = new Set(recipients.people ?? []);
    for (const team of new Set(teams)) {
      for (const person of await this.#peopleOf(team)) {
        people.add(person);
      }
    }
    if (recipients.except) {
      people.delete(recipients.except);
    }
    return [...people];
  }

  async #peopleOf(ref: string): Promise<string[]> {
    return ref.startsWith('user:') ? [ref] : this.#directory.membersOf(ref);
  }

  /** The nearest team above that has somebody in it. */
  async #teamsDecidingFor(teamRef: string): Promise<readonly string[]> {
    const { teams } = await this.#directory.current();
    const seen = new Set([teamRef]);
    let above = teams.get(teamRef)?.parentRef;
    while (above && !seen.has(above)) {
      if ((await this.#directory.membersOf(above)).length > 0) {
        return [above];
      }
      seen.add(above);
      above = teams.get(above)?.parentRef;
    }
    return this.#deciders;
  }
}
