import { DAY_MS } from '../time/days';
import { eventKey, PricedUsage } from '../usage';
import type { Payer } from './HostingStore';
import type { DayShare } from './shareMonth';

/** What an event that is a share of a monthly fee counts. */
export const MONTH_SHARE = 'month-share';

/** Writes shares as usage events, one for each payer and day. */
export function toEntries(options: {
  serverRef: string;
  /** Keeps the events apart from those whose place they take. */
  importId: string;
  shares: readonly DayShare[];
  payers: ReadonlyMap<string, Payer>;
}): PricedUsage[] {
  const { serverRef, importId, shares, payers } = options;
  return shares.map(({ day, payer, amount }) => {
    const { teamRef, agent, environment } = payers.get(payer)!;
    return {
      key: eventKey(teamRef, 'hosting', `${importId}:${day}:${payer}`),
      revision: 0,
      occurredAtMs: day * DAY_MS,
      attribution: {
        teamRef,
        environment,
        kind: 'hosting',
        agent,
        userRef: '',
        serverRef,
        serverHint: '',
        tool: '',
        model: '',
        provider: '',
        unit: MONTH_SHARE,
      },
      measures: {
        isCall: false,
        isError: false,
        inputTokens: 0,
        cachedInputTokens: 0,
        outputTokens: 0,
        quantityNanos: 0n,
      },
      costNanos: amount,
    };
  });
}
