import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import {
  amara,
  elif,
  hannah,
  margaret,
  mateusz,
  priya,
  yuki,
  type Person,
} from '../support/people';

/** Something whose usage is told to its own team, and to those above it. */
export interface CostSubject {
  dimension: Extract<Dimension, 'team' | 'server' | 'agent' | 'user'>;
  /** As usage names it. */
  ref: string;
  /** One that does not exist. */
  missing: string;
  insiders: Person[];
  outsiders: Person[];
}

/** No server of the outsiders' teams is used by it. */
export const team: CostSubject = {
  dimension: 'team',
  ref: 'group:default/risk-compliance',
  missing: 'group:default/no-such-thing',
  insiders: [hannah, priya],
  outsiders: [amara, yuki, margaret],
};

export const server: CostSubject = {
  dimension: 'server',
  ref: 'api:default/payment-ledger',
  missing: 'api:default/no-such-thing',
  insiders: [amara, margaret, priya],
  outsiders: [yuki, elif, hannah],
};

export const costSubjects: CostSubject[] = [
  team,
  server,
  {
    dimension: 'agent',
    ref: 'component:default/ledger-reconciler',
    missing: 'component:default/no-such-thing',
    insiders: [amara, margaret, priya],
    // Elif sees its calls, of a server that her team owns, and not whose they are.
    outsiders: [yuki, elif],
  },
  {
    dimension: 'agent',
    ref: 'component:default/conversation-summariser',
    missing: 'component:default/no-such-thing',
    insiders: [yuki, margaret, priya],
    outsiders: [amara, elif],
  },
  {
    dimension: 'user',
    ref: 'user:default/amara.okafor',
    missing: 'user:default/no-such-thing',
    insiders: [amara, margaret, priya],
    // Mateusz sees what her agent asks of a server that his team owns.
    outsiders: [mateusz, yuki],
  },
];
