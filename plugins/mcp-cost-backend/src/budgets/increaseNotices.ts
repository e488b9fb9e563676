import {
  type BudgetIncrease,
  formatMoney,
} from '@mcp-portal/plugin-mcp-cost-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { Notice } from '../notices';
import type { KeptIncrease } from './IncreaseStore';
import { budgetPath } from '../portalPaths';

/** Users switch topics off by these names. */
const TOPIC = 'Budget increases';
const MAX_TITLE_LENGTH = 200;
const MAX_TEXT_LENGTH = 400;

/** Tells who may decide that a team asks for more. */
export function noticeOfAsking(
  increase: KeptIncrease,
  options: { title: string; currency: string },
): Notice {
  const amount = formatMoney(increase.amountNanos, options.currency);
  return {
    scope: scopeOf(increase.id),
    recipients: { decidersOf: increase.teamRef, except: increase.askedBy },
    payload: {
      title: plainText(
        `${options.title} asks for ${amount} more in ${increase.month}`,
        MAX_TITLE_LENGTH,
      ),
      description: plainText(
        `${increase.askedBy} says: ${increase.reason}`,
        MAX_TEXT_LENGTH,
      ),
      link: budgetPath(increase.teamRef),
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

/** Tells who asked what was decided. */
export function noticeOfDecision(
  increase: KeptIncrease,
  decision: { state: BudgetIncrease['state']; by: string; reason?: string },
  options: { title: string; currency: string },
): Notice {
  const amount = formatMoney(increase.amountNanos, options.currency);
  const reason = decision.reason ? ` They say: ${decision.reason}` : '';
  return {
    scope: `${scopeOf(increase.id)}:decision`,
    recipients: { people: [increase.askedBy] },
    payload: {
      title: plainText(
        decision.state === 'granted'
          ? `${options.title} may spend ${amount} more in ${increase.month}`
          : `${options.title} does not get ${amount} more in ${increase.month}`,
        MAX_TITLE_LENGTH,
      ),
      description: plainText(
        `${decision.by} decided.${reason}`,
        MAX_TEXT_LENGTH,
      ),
      link: budgetPath(increase.teamRef),
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

function scopeOf(id: string): string {
  return `mcp-cost:increase:${id}`;
}
