import { SampleProfile, sampleProfileSchema } from '../SampleProfile';

/** Two agents of two teams, who share a server. */
export function createProfile(
  incidents: Partial<SampleProfile['incidents'][number]>[] = [],
): SampleProfile {
  const agent = (name: string, team: string) => ({
    agent: name,
    team,
    sessionsPerDay: 40,
    model: {
      name: 'claude-sonnet-4-5',
      provider: 'anthropic',
      inputTokens: 1_000,
      outputTokens: 100,
    },
    users: ['linh.nguyen'],
    calls: [
      {
        server: 'ledger',
        tool: 'list_postings',
        perSession: 2,
        medianMs: 100,
        errorRate: 0,
      },
    ],
  });
  return sampleProfileSchema.parse({
    days: 3,
    defaults: {
      environment: 'production',
      stagingShare: 0.1,
      weekendShare: 1,
      growthPerMonth: 0,
      turns: 2,
      cachedShare: 0.5,
    },
    agents: [agent('clerk', 'payments'), agent('scout', 'freight')],
    incidents,
    budgets: [{ team: 'payments', amount: '620' }],
  });
}
