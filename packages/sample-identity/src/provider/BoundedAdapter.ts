import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Epoch milliseconds; infinite when the model never expires. */
  expiresAtMs: number;
}

/**
 * What the provider remembers, in memory only: a restart signs everyone out.
 *
 * One instance holds one model (sessions, codes, …) and at most `maxEntries` of
 * them, so that a flood of unfinished sign-ins can neither fill the memory nor
 * push out the refresh tokens of those who are signed in.
 *
 * @internal
 */
export class BoundedAdapter implements Adapter {
  // A Map iterates in insertion order, so its first key is the oldest.
  private readonly entries = new Map<string, Entry>();
  private readonly maxEntries: number;
  private readonly nowMs: () => number;

  constructor(options: { maxEntries: number; nowMs?: () => number }) {
    this.maxEntries = options.maxEntries;
    this.nowMs = options.nowMs ?? Date.now;
  }

  async upsert(id: string, payload: AdapterPayload, expiresInS?: number) {
    this.entries.delete(id);
    if (this.entries.size >= this.maxEntries) {
      this.makeRoom();
    }
    this.entries.set(id, {
      payload,
      expiresAtMs: expiresInS ? this.nowMs() + expiresInS * 1000 : Infinity,
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(id);
    if (entry && entry.expiresAtMs <= this.nowMs()) {
      this.entries.delete(id);
      return undefined;
    }
    return entry?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy(payload => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy(payload => payload.userCode === userCode);
  }

  async consume(id: string) {
    const entry = this.entries.get(id);
    if (entry) {
      entry.payload.consumed = Math.floor(this.nowMs() / 1000);
    }
  }

  async destroy(id: string) {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string) {
    for (const [id, { payload }] of this.entries) {
      if (payload.grantId === grantId) {
        this.entries.delete(id);
      }
    }
  }

  private async findBy(matches: (payload: AdapterPayload) => boolean) {
    for (const [id, { payload }] of this.entries) {
      if (matches(payload)) {
        return this.find(id);
      }
    }
    return undefined;
  }

  private makeRoom() {
    for (const [id, { expiresAtMs }] of this.entries) {
      if (expiresAtMs <= this.nowMs()) {
        this.entries.delete(id);
      }
    }
    if (this.entries.size >= this.maxEntries) {
      const [oldest] = this.entries.keys();
      this.entries.delete(oldest);
    }
  }
}
