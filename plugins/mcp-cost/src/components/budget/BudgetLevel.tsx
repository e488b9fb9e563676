import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { LevelWord } from '@mcp-portal/plugin-mcp-react';
import { standing } from './budgetWords';

export const BudgetLevel = ({ status }: { status: BudgetStatus }) => (
  <LevelWord level={status.budget ? status.level : 'unknown'}>
    {standing(status)}
  </LevelWord>
);
