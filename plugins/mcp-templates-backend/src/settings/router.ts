import {
  type OperatorSettings,
  shownSettings,
} from '@mcp-portal/plugin-mcp-templates-node';
import type { Router } from 'express';

/** What the forms show of the operator's settings. */
export function addSettingsRoutes(
  router: Router,
  options: { settings: OperatorSettings },
): void {
  router.get('/settings', (_req, res) => {
    res.json(shownSettings(options.settings));
  });
}
