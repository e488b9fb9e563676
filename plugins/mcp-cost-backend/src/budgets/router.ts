import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type {
  BudgetIncrease,
  BudgetRequest,
  CostPageQuery,
} from '@mcp-portal/plugin-mcp-cost-common';
import { audited, checkedQuery, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import type { AdmissionService } from './AdmissionService';
import type { BudgetService } from './BudgetService';
import type { IncreaseService } from './IncreaseService';

interface IncreaseListQuery {
  team?: string[];
  state?: BudgetIncrease['state'][];
  search?: string;
  limit: number;
  offset: number;
}

/** Budgets, what teams ask for beyond them, and whether they may go on. */
export function addBudgetRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: CostAccess;
    auditor: AuditorService;
    budgets: BudgetService;
    increases: IncreaseService;
    admission: AdmissionService;
  },
): void {
  const { httpAuth, access, auditor, budgets, increases, admission } = options;
  const scopeOf = async (req: Request) =>
    access.scopeOf(
      await httpAuth.credentials(req as Request<never>, {
        allow: ['user', 'service'],
      }),
    );
  const teamOf = (req: Request) => parseRef(req.params.ref, 'group');

  router.get('/budgets', async (req, res) => {
    const scope = await scopeOf(req);
    res.json(await budgets.list(scope, checkedQuery<CostPageQuery>(req)));
  });

  router.get('/teams/:ref/budget', async (req, res) => {
    res.json(await budgets.get(await scopeOf(req), teamOf(req)));
  });

  router.put('/teams/:ref/budget', async (req, res) => {
    const scope = await scopeOf(req);
    const teamRef = teamOf(req);
    const request = req.body as BudgetRequest;
    const status = await audited(() => budgets.set(scope, teamRef, request), {
      auditor,
      request: req,
      eventId: 'budget-set',
      severityLevel: 'medium',
      meta: { teamRef, amount: request.amount },
    });
    res.json(status);
  });

  router.delete('/teams/:ref/budget', async (req, res) => {
    const scope = await scopeOf(req);
    const teamRef = teamOf(req);
    const status = await audited(() => budgets.remove(scope, teamRef), {
      auditor,
      request: req,
      eventId: 'budget-remove',
      severityLevel: 'medium',
      meta: { teamRef },
    });
    res.json(status);
  });

  router.post('/teams/:ref/budget/increases', async (req, res) => {
    const scope = await scopeOf(req);
    const teamRef = teamOf(req);
    const asked = await audited(() => increases.ask(scope, teamRef, req.body), {
      auditor,
      request: req,
      eventId: 'budget-increase-ask',
      severityLevel: 'low',
      meta: { teamRef, amount: req.body.amount },
    });
    res.status(201).json(asked);
  });

  router.get('/increases', async (req, res) => {
    const scope = await scopeOf(req);
    const query = checkedQuery<IncreaseListQuery>(req);
    const team = query.team?.map(ref => parseRef(ref, 'group'));
    res.json(await increases.list(scope, { ...query, team }));
  });

  router.post('/increases/:id/decision', async (req, res) => {
    const scope = await scopeOf(req);
    const { id } = req.params;
    const decided = await audited(() => increases.decide(scope, id, req.body), {
      auditor,
      request: req,
      eventId: 'budget-increase-decide',
      severityLevel: 'medium',
      meta: { id, decision: req.body.decision },
    });
    res.json(decided);
  });

  router.delete('/increases/:id', async (req, res) => {
    const scope = await scopeOf(req);
    const { id } = req.params;
    const withdrawn = await audited(() => increases.withdraw(scope, id), {
      auditor,
      request: req,
      eventId: 'budget-increase-withdraw',
      severityLevel: 'low',
      meta: { id },
    });
    res.json(withdrawn);
  });

  router.get('/teams/:ref/admission', async (req, res) => {
    res.json(await admission.admit(await scopeOf(req), teamOf(req)));
  });
}
