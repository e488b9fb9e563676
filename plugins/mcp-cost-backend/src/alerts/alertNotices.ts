import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { Notice } from '../notices';
import type { KeptAlert } from './AlertStore';

/** Users switch topics off by these names. */
const TOPICS: Record<KeptAlert['tier'], string> = {
  business: 'Cost and budget',
  infrastructure: 'MCP server errors',
};
const MAX_TITLE_LENGTH = 200;
const MAX_TEXT_LENGTH = 600;

/** Tells of an alert whose it is: the team that pays, or that owns the server. */
export function noticeOfAlert(alert: KeptAlert): Notice {
  const over = alert.resolvedAt ? ' It is over already.' : '';
  return notice(alert, {
    title: alert.title,
    description: `${alert.message}${over} ${alert.advice}`,
    severity: alert.level === 'problem' ? 'high' : 'normal',
  });
}

/**
 * Tells the same people that it is over. It takes the place of what told them:
 * one event stays one notification.
 */
export function noticeOfEnd(alert: KeptAlert): Notice {
  return notice(alert, {
    title: `Over: ${alert.title}`,
    description: `It lasted from ${minuteOf(alert.startedAt)} to ${minuteOf(
      alert.resolvedAt!,
    )} (UTC). ${alert.message}`,
    severity: 'low',
  });
}

function notice(
  alert: KeptAlert,
  payload: Pick<Notice['payload'], 'severity'> & {
    title: string;
    description: string;
  },
): Notice {
  return {
    scope: `mcp-cost:alert:${alert.id}`,
    recipients: { membersOf: alert.teamRef ? [alert.teamRef] : [] },
    payload: {
      title: plainText(payload.title, MAX_TITLE_LENGTH),
      description: plainText(payload.description, MAX_TEXT_LENGTH),
      severity: payload.severity,
      link: alert.link,
      topic: TOPICS[alert.tier],
    },
  };
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
