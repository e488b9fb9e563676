import type { SampleIncident } from './SampleProfile';

const HOUR_MS = 3_600_000;

/** How something is at a moment, beside what is usual. */
export interface Circumstances {
  errorRate?: number;
  errorType?: string;
  slower: number;
  calls: number;
  sessions: number;
}

/** What goes wrong when. */
export class SampleTimeline {
  readonly #incidents: readonly SampleIncident[];
  readonly #startedAtMs: number;

  /** @param options - `startedAtMs`: what "hours ago" is counted back from */
  constructor(options: {
    incidents: readonly SampleIncident[];
    startedAtMs: number;
  }) {
    this.#incidents = options.incidents;
    this.#startedAtMs = options.startedAtMs;
  }

  of(
    subject: { agent?: string; server?: string },
    atMs: number,
  ): Circumstances {
    const usual: Circumstances = { slower: 1, calls: 1, sessions: 1 };
    return this.#incidents
      .filter(incident => this.#isOn(incident, subject, atMs))
      .reduce(
        (so, { slower, calls, sessions, errorRate, errorType }) => ({
          errorRate: errorRate ?? so.errorRate,
          errorType: errorType ?? so.errorType,
          slower: so.slower * (slower ?? 1),
          calls: so.calls * (calls ?? 1),
          sessions: so.sessions * (sessions ?? 1),
        }),
        usual,
      );
  }

  /** What has no end in the past goes on after the first start. */
  #isOn(
    incident: SampleIncident,
    subject: { agent?: string; server?: string },
    atMs: number,
  ): boolean {
    const isAbout = incident.agent
      ? incident.agent === subject.agent
      : incident.server === subject.server;
    const from = this.#startedAtMs - incident.fromHoursAgo * HOUR_MS;
    const to = incident.toHoursAgo
      ? this.#startedAtMs - incident.toHoursAgo * HOUR_MS
      : Infinity;
    return isAbout && atMs >= from && atMs < to;
  }
}
