import type { CostScope } from '../../access';
import type { KeyStore } from '../../keys';
import type { Candidate } from '../Candidate';
import type { IdleSource } from '../IdleSource';
import { daysBefore } from './daysBefore';

/** Finds service keys that still work, and that nobody used for some days. */
export class KeySource implements IdleSource {
  readonly kind = 'key';
  readonly #keys: Pick<KeyStore, 'list'>;
  readonly #days: number;

  constructor(options: { keys: Pick<KeyStore, 'list'>; days: number }) {
    this.#keys = options.keys;
    this.#days = options.days;
  }

  async find(scope: CostScope, now: Date): Promise<Candidate[]> {
    const keys = await this.#keys.list(scope, { endsAfterMs: now.getTime() });
    const limit = daysBefore(now, this.#days);
    return keys.flatMap(key => {
      const lastUsedAt =
        key.lastUsedAtMs === undefined ? undefined : new Date(key.lastUsedAtMs);
      const idleSince = lastUsedAt ?? new Date(key.createdAtMs);
      if (idleSince > limit) {
        return [];
      }
      return [
        {
          kind: this.kind,
          subject: key.id,
          title: key.name,
          ownerRef: key.teamRef,
          isPrivate: true,
          ...(lastUsedAt && { lastUsedAt }),
          idleSince,
        },
      ];
    });
  }
}
