import type { Alert, AlertRule } from '@mcp-portal/plugin-mcp-cost-common';

import type { KeptAlert } from './AlertStore';

export interface AlertRow {
  id: string;
  rule: string;
  subject: string;
  occasion: string;
  tier: string;
  level: string;
  team_ref: string;
  server_ref: string;
  title: string;
  message: string;
  advice: string;
  link: string;
  facts: string;
  started_at: string;
  last_seen_at: string;
  resolved_at: string | null;
}

export function toAlertRow(alert: KeptAlert): AlertRow {
  return {
    id: alert.id,
    rule: alert.rule,
    subject: alert.subject,
    occasion: alert.occasion,
    tier: alert.tier,
    level: alert.level,
    team_ref: alert.teamRef ?? '',
    server_ref: alert.serverRef ?? '',
    title: alert.title,
    message: alert.message,
    advice: alert.advice,
    link: alert.link,
    facts: JSON.stringify(alert.facts),
    started_at: alert.startedAt,
    last_seen_at: alert.lastSeenAt,
    resolved_at: alert.resolvedAt ?? null,
  };
}

export function toAlert(row: AlertRow): Alert {
  return {
    id: row.id,
    rule: row.rule as AlertRule,
    tier: row.tier as Alert['tier'],
    level: row.level as Alert['level'],
    ...(row.team_ref && { teamRef: row.team_ref }),
    ...(row.server_ref && { serverRef: row.server_ref }),
    title: row.title,
    message: row.message,
    advice: row.advice,
    link: row.link,
    startedAt: row.started_at,
    ...(row.resolved_at !== null && { resolvedAt: row.resolved_at }),
    facts: JSON.parse(row.facts),
  };
}

export function toKeptAlert(row: AlertRow): KeptAlert {
  return {
    ...toAlert(row),
    subject: row.subject,
    occasion: row.occasion,
    lastSeenAt: row.last_seen_at,
  };
}
