import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { McpRegistryClient } from '@mcp-portal/plugin-mcp-registry-common';

import { systemScope } from '../access';
import { DatabaseIncreaseStore, monthOf } from '../budgets';
import type { Foundation } from '../Foundation';
import { createNoticeSender, DatabaseNoticeStore } from '../notices';
import { AlertEvaluator } from './AlertEvaluator';
import { DatabaseAlertStore } from './DatabaseAlertStore';
import { readAlertsConfig } from './readAlertsConfig';
import { addAlertRoutes } from './router';
import { BudgetRule } from './rules/BudgetRule';
import { CostAnomalyRule } from './rules/CostAnomalyRule';
import { ErrorRateRule } from './rules/ErrorRateRule';
import { UnreachableRule } from './rules/UnreachableRule';
import { VolumeDropRule } from './rules/VolumeDropRule';

const SCHEDULE_KEY = 'mcpCost.alerts.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 30 },
};

/** Alerts over HTTP, and the task that raises and ends them. */
export async function addAlerts(foundation: Foundation): Promise<void> {
  const { config, knex, now, router, scheduler } = foundation;
  addAlertRoutes(router, foundation);

  const notices = new DatabaseNoticeStore({ knex });
  const increases = new DatabaseIncreaseStore({ knex, notices });
  const sender = createNoticeSender(foundation);
  const evaluator = new AlertEvaluator({
    ...foundation,
    store: new DatabaseAlertStore({ knex, notices }),
    rules: createRules(foundation),
  });
  const schedule = config.getOptionalConfig(SCHEDULE_KEY);
  await scheduler.scheduleTask({
    id: 'mcp-cost-alerts',
    ...DEFAULT_SCHEDULE,
    ...(schedule &&
      readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)),
    // One replica at a time looks.
    scope: 'global',
    fn: async () => {
      await increases.closeBefore(
        systemScope('budgets'),
        monthOf(now()).text,
        now().toISOString(),
      );
      await evaluator.run();
      await sender.flush();
      await sender.prune();
    },
  });
}

function createRules(foundation: Foundation) {
  const { auth, config, discovery } = foundation;
  const { anomaly, errorRate, volumeDrop } = readAlertsConfig(config);
  return [
    BudgetRule.soft(foundation),
    BudgetRule.hard(foundation),
    new CostAnomalyRule({ ...foundation, thresholds: anomaly }),
    new ErrorRateRule({ ...foundation, thresholds: errorRate }),
    new VolumeDropRule({ ...foundation, thresholds: volumeDrop }),
    new UnreachableRule({
      registry: new McpRegistryClient({ discoveryApi: discovery }),
      getToken: async () => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'mcp-registry',
        });
        return token;
      },
    }),
  ];
}
