import type { ContractDiff } from '@mcp-portal/mcp-contract';
import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';

import { fingerprint } from '../database/fingerprint';
import { plainText } from '@mcp-portal/plugin-mcp-node';
import type { KeptDrift } from './DriftStore';

/** Users switch topics off by these names. */
const TOPIC = 'MCP server drift';
const MAX_TITLE_LENGTH = 200;
const MAX_CHANGE_LENGTH = 200;
/** Changes that are named; the page has them all. */
const NAMED_CHANGES = 3;

/**
 * Tells the owner of a server that it drifts.
 */
export class DriftNotifier {
  readonly #notifications: NotificationService;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: {
    notifications: NotificationService;
    auth: AuthService;
    catalog: CatalogService;
  }) {
    this.#notifications = options.notifications;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /**
   * False when there is nobody to tell.
   *
   * @throws whatever the notifications service throws when it can't be sent
   */
  async tell(drift: KeptDrift, diff: ContractDiff): Promise<boolean> {
    const { server, version } = drift;
    const name = server.title ?? server.name;
    const entityRef = await this.#recipientsOf(drift);
    if (entityRef.length === 0) {
      return false;
    }
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef },
      payload: {
        title: plainText(
          `${name} does not offer what version ${version} promises`,
          MAX_TITLE_LENGTH,
        ),
        description: describe(diff),
        link: `/mcp-servers/${encodeURIComponent(
          server.namespace,
        )}/${encodeURIComponent(server.name)}/versions`,
        severity: diff.verdict === 'breaking' ? 'high' : 'normal',
        topic: TOPIC,
        // Sent twice, for want of knowing that it was sent, it is still one.
        scope: `mcp-registry:drift:${fingerprint([
          drift.ref,
          version,
          drift.snapshot,
        ])}`,
      },
    });
    return true;
  }

  /**
   * Whoever gets what is sent to a group: the members of the groups below it
   * too. Not of what only the group itself may see.
   */
  async #recipientsOf({ server, visibility }: KeptDrift): Promise<string[]> {
    const { ref } = server.owner;
    if (visibility === 'organisation' || isUser(ref)) {
      return [ref];
    }
    const owner = await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return (owner?.relations ?? []).flatMap(({ type, targetRef }) =>
      type === RELATION_HAS_MEMBER && isUser(targetRef) ? targetRef : [],
    );
  }
}

function isUser(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'user';
}

function describe({ changes }: ContractDiff): string {
  const breaking = changes.filter(change => change.class === 'breaking').length;
  const named = changes
    .slice(0, NAMED_CHANGES)
    .map(change => plainText(change.message, MAX_CHANGE_LENGTH));
  const more = changes.length - named.length;
  return [
    breaking
      ? `${count(changes.length, 'change')}, ${breaking} breaking:`
      : `${count(changes.length, 'change')}, none breaking:`,
    ...named,
    ...(more ? [`And ${more} more.`] : []),
    'Publish what is live, or acknowledge it.',
  ].join(' ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
