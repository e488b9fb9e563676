import type {
  Admission,
  BudgetIncrease,
  BudgetRequest,
  BudgetStatus,
} from '../budgets';
import type { CostPage, CostPageQuery, CostRequestOptions } from './McpCostApi';
import { PriceCalls } from './PriceCalls';
import { teamPath } from './paths';

/**
 * Teams' budgets, and what they ask for beyond them.
 */
export abstract class BudgetCalls extends PriceCalls {
  /** {@inheritdoc McpCostApi.listBudgets} */
  async listBudgets(
    query: CostPageQuery = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<BudgetStatus>> {
    return this.get('/budgets', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getBudget} */
  async getBudget(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus> {
    return this.get(`${teamPath(teamRef)}/budget`, {}, options);
  }

  /** {@inheritdoc McpCostApi.setBudget} */
  async setBudget(
    teamRef: string,
    request: BudgetRequest,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus> {
    const path = `${teamPath(teamRef)}/budget`;
    return this.send('PUT', path, { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.removeBudget} */
  async removeBudget(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus> {
    return this.send('DELETE', `${teamPath(teamRef)}/budget`, {}, options);
  }

  /** {@inheritdoc McpCostApi.askIncrease} */
  async askIncrease(
    teamRef: string,
    request: { amount: string; reason: string },
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease> {
    const path = `${teamPath(teamRef)}/budget/increases`;
    return this.send('POST', path, { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.listIncreases} */
  async listIncreases(
    query: CostPageQuery & {
      team?: string[];
      state?: BudgetIncrease['state'][];
    } = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<BudgetIncrease>> {
    return this.get('/increases', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.decideIncrease} */
  async decideIncrease(
    id: string,
    request: { decision: 'granted' | 'declined'; reason?: string },
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease> {
    const path = `/increases/${encodeURIComponent(id)}/decision`;
    return this.send('POST', path, { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.withdrawIncrease} */
  async withdrawIncrease(
    id: string,
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease> {
    const path = `/increases/${encodeURIComponent(id)}`;
    return this.send('DELETE', path, {}, options);
  }

  /** {@inheritdoc McpCostApi.getAdmission} */
  async getAdmission(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<Admission> {
    return this.get(`${teamPath(teamRef)}/admission`, {}, options);
  }
}
