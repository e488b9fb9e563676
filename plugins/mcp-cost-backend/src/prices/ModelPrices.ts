import type { BookedPrice } from './BookedPrice';
import { PriceTimeline } from './PriceTimeline';

const WILDCARD = '*';
/** Models are few; names that a hostile sender makes up are not. */
const MAX_RESOLVED = 5_000;

interface ModelSubject {
  model: string;
  provider?: string;
}

/**
 * Finds the prices of models by name, or by how the name begins. Case does not
 * matter.
 */
export class ModelPrices {
  /** By model, or pattern, and provider. */
  readonly #timelines = new Map<string, PriceTimeline>();
  /** Lengths of patterns, the longest first. */
  #lengths: number[] = [];
  /** What was found for a model, the best first. */
  #resolved = new Map<string, PriceTimeline[]>();

  add(subject: ModelSubject, price: BookedPrice): void {
    const key = keyOf(subject.model.toLowerCase(), subject.provider);
    let timeline = this.#timelines.get(key);
    if (!timeline) {
      timeline = new PriceTimeline();
      this.#timelines.set(key, timeline);
    }
    timeline.add(price);
    if (subject.model.endsWith(WILDCARD)) {
      this.#lengths = [
        ...new Set([...this.#lengths, subject.model.length - 1]),
      ].sort((a, b) => b - a);
    }
    this.#resolved.clear();
  }

  /** The price, on a day, of the longest match that has one then. */
  at(model: string, provider: string, day: number): BookedPrice | undefined {
    for (const timeline of this.#timelinesOf(model, provider)) {
      const price = timeline.at(day);
      if (price) {
        return price;
      }
    }
    return undefined;
  }

  #timelinesOf(model: string, provider: string): PriceTimeline[] {
    const key = `${model}\n${provider}`;
    let timelines = this.#resolved.get(key);
    if (!timelines) {
      timelines = this.#resolve(model.toLowerCase(), provider.toLowerCase());
      if (this.#resolved.size >= MAX_RESOLVED) {
        this.#resolved.clear();
      }
      this.#resolved.set(key, timelines);
    }
    return timelines;
  }

  #resolve(model: string, provider: string): PriceTimeline[] {
    const patterns = this.#lengths
      .filter(length => length <= model.length)
      .map(length => `${model.slice(0, length)}${WILDCARD}`);
    return [model, ...patterns].flatMap(name =>
      // Of equal matches the one that names the provider.
      [keyOf(name, provider), keyOf(name)].flatMap(
        key => this.#timelines.get(key) ?? [],
      ),
    );
  }
}

/** Whether a price for `subject` could be one of a model's. */
export function matchesModel(
  subject: ModelSubject,
  model: string,
  provider: string,
): boolean {
  const pattern = subject.model.toLowerCase();
  const name = model.toLowerCase();
  return (
    (subject.provider === undefined ||
      subject.provider.toLowerCase() === provider.toLowerCase()) &&
    (pattern.endsWith(WILDCARD)
      ? name.startsWith(pattern.slice(0, -1))
      : name === pattern)
  );
}

function keyOf(model: string, provider?: string): string {
  return `${model}\n${provider?.toLowerCase() ?? ''}`;
}
