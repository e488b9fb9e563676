import { z } from 'zod';

const callSchema = z
  .object({
    /** Name of a server of the catalog, or of one that is in none. */
    server: z.string(),
    tool: z.string(),
    /** How often in a session, on average. */
    perSession: z.number().min(0).max(100),
    medianMs: z.number().positive(),
    errorRate: z.number().min(0).max(1),
  })
  .strict();

const habits = {
  environment: z.string(),
  stagingShare: z.number().min(0).max(1),
  /** Sessions of a day at the weekend, as a part of a weekday's. */
  weekendShare: z.number().min(0).max(10),
  growthPerMonth: z.number().min(-0.5).max(2),
  /** How often a session asks the model. */
  turns: z.number().int().min(1).max(50),
  /** Input that comes from a cache, after a session's first turn. */
  cachedShare: z.number().min(0).max(1),
};

const agentSchema = z
  .object({
    agent: z.string(),
    team: z.string(),
    sessionsPerDay: z.number().min(0).max(10_000),
    model: z
      .object({
        name: z.string(),
        provider: z.string(),
        inputTokens: z.number().int().positive(),
        outputTokens: z.number().int().positive(),
      })
      .strict(),
    /** Those on whose behalf it works, now and then. */
    users: z.array(z.string()).default([]),
    calls: z.array(callSchema).default([]),
    ...z.object(habits).partial().shape,
  })
  .strict();

const incidentSchema = z
  .object({
    /** What it is about: one of the two. */
    server: z.string().optional(),
    agent: z.string().optional(),
    fromHoursAgo: z.number().positive(),
    toHoursAgo: z.number().min(0).default(0),
    errorRate: z.number().min(0).max(1).optional(),
    errorType: z.string().optional(),
    /** Times its usual time. */
    slower: z.number().positive().optional(),
    /** Times its usual number of calls. */
    calls: z.number().min(0).max(1).optional(),
    /** Times its usual number of sessions. */
    sessions: z.number().min(0).max(100).optional(),
  })
  .strict();

export const sampleProfileSchema = z
  .object({
    days: z.number().int().min(1).max(365),
    defaults: z.object(habits).strict(),
    agents: z.array(agentSchema),
    incidents: z.array(incidentSchema).default([]),
    /** Per month, decimal text in the portal's currency. */
    budgets: z
      .array(z.object({ team: z.string(), amount: z.string() }).strict())
      .default([]),
  })
  .strict();

/** What agents of the sample do in a day, what went wrong, and budgets. */
export type SampleProfile = z.infer<typeof sampleProfileSchema>;
export type SampleIncident = SampleProfile['incidents'][number];
export type SampleCall = SampleProfile['agents'][number]['calls'][number];

/** An agent with its own habits and those that all share. */
export type SampleAgent = SampleProfile['agents'][number] &
  SampleProfile['defaults'];

export function sampleAgents(profile: SampleProfile): SampleAgent[] {
  return profile.agents.map(agent => ({ ...profile.defaults, ...agent }));
}
