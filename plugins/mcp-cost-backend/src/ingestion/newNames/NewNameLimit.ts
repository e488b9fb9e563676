import type { CostScope } from '../../access';
import type { Attribution } from '../../usage';
import {
  attributionFingerprint,
  attributionName,
} from '../../usage/attributionName';
import type { NewNameStore } from './NewNameStore';

const DAY_MS = 86_400_000;
/** Beyond it the oldest half is forgotten, and asked for anew. */
const MAX_KNOWN = 50_000;

/**
 * Bounds how many combinations of team, agent, person, server, tool and so on a
 * team brings in on a day: sums are kept for each, so a sender that makes up
 * names would fill the tables of all.
 */
export class NewNameLimit {
  readonly #store: NewNameStore;
  readonly #scope: CostScope;
  readonly #perDay: number;
  readonly #now: () => Date;
  #known = new Set<string>();
  #knownBefore = new Set<string>();

  constructor(options: {
    store: NewNameStore;
    scope: CostScope;
    /** For each team. */
    perDay: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#scope = options.scope;
    this.#perDay = options.perDay;
    this.#now = options.now;
  }

  /** Which of some attributions are beyond the limit. */
  async beyond(
    attributions: readonly Attribution[],
  ): Promise<ReadonlySet<Attribution>> {
    const unknown = new Map<string, Attribution[]>();
    // Equal ones are mostly the same one.
    for (const attribution of new Set(attributions)) {
      const name = attributionName(attribution);
      if (!this.#isKnown(name)) {
        const same = unknown.get(name) ?? [];
        same.push(attribution);
        unknown.set(name, same);
      }
    }
    return unknown.size === 0 ? new Set() : this.#claim(unknown);
  }

  async #claim(
    unknown: Map<string, Attribution[]>,
  ): Promise<ReadonlySet<Attribution>> {
    const prints = new Map(
      [...unknown].map(([name, [attribution]]) => [
        name,
        attributionFingerprint(attribution),
      ]),
    );
    const stored = await this.#store.stored(this.#scope, [...prints.values()]);
    const newByTeam = new Map<string, string[]>();
    for (const [name, [{ teamRef }]] of unknown) {
      if (stored.has(prints.get(name)!)) {
        this.#known.add(name);
      } else {
        const names = newByTeam.get(teamRef) ?? [];
        names.push(name);
        newByTeam.set(teamRef, names);
      }
    }
    const day = Math.floor(this.#now().getTime() / DAY_MS);
    const beyond = new Set<Attribution>();
    for (const [teamRef, names] of newByTeam) {
      const granted = await this.#store.claim(this.#scope, {
        teamRef,
        day,
        names: names.length,
        limit: this.#perDay,
      });
      names.slice(0, granted).forEach(name => this.#known.add(name));
      names
        .slice(granted)
        .flatMap(name => unknown.get(name)!)
        .forEach(attribution => beyond.add(attribution));
    }
    return beyond;
  }

  #isKnown(name: string): boolean {
    if (this.#known.has(name)) {
      return true;
    }
    if (this.#known.size >= MAX_KNOWN / 2) {
      this.#knownBefore = this.#known;
      this.#known = new Set();
    }
    const isKnown = this.#knownBefore.has(name);
    if (isKnown) {
      this.#known.add(name);
    }
    return isKnown;
  }
}
