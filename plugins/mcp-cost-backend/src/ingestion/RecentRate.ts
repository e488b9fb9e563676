const USUAL_PER_SECOND = 5_000;
const MAX_SECONDS = 60;
/** How much the newest counts. */
const WEIGHT = 0.2;

/** How fast records were stored lately, to tell senders when to come back. */
export class RecentRate {
  #perSecond = USUAL_PER_SECOND;

  /** Says that some records took so long. */
  add(records: number, tookMs: number): void {
    const perSecond = (records * 1_000) / Math.max(tookMs, 1);
    this.#perSecond += WEIGHT * (perSecond - this.#perSecond);
  }

  /** When so many will be stored: whole seconds, from 1 to 60. */
  secondsFor(records: number): number {
    const seconds = Math.ceil(records / Math.max(this.#perSecond, 1));
    return Math.min(Math.max(seconds, 1), MAX_SECONDS);
  }
}
