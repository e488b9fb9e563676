import { amara, margaret, priya, yuki, type Person } from '../support/people';

/** A server or an agent of the sample that its own team keeps to itself. */
export interface PrivateAsset {
  kind: 'api' | 'component';
  name: string;
  title: string;
  /** A word that only this one's name or purpose has. */
  word: string;
  owner: string;
  /** One that is published of it; absent where none is. */
  version?: string;
  /** Who may see it. */
  insiders: Person[];
  /** Who must not be able to tell it from one that does not exist. */
  outsiders: Person[];
}

const ofPayments = {
  owner: 'group:default/payments',
  insiders: [amara, priya],
  outsiders: [yuki, margaret],
};

const ofCustomerCare = {
  owner: 'group:default/customer-care',
  insiders: [yuki, priya],
  outsiders: [amara, margaret],
};

export const privateServers: PrivateAsset[] = [
  {
    kind: 'api',
    name: 'payment-ledger',
    title: 'Payment ledger',
    word: 'double-entry',
    version: '1.4.2',
    ...ofPayments,
  },
  {
    kind: 'api',
    name: 'customer-conversations',
    title: 'Customer conversations',
    word: 'council',
    ...ofCustomerCare,
  },
];

export const privateAgents: PrivateAsset[] = [
  {
    kind: 'component',
    name: 'ledger-reconciler',
    title: 'Ledger reconciler',
    word: 'ledger-reconciler',
    ...ofPayments,
  },
  {
    kind: 'component',
    name: 'conversation-summariser',
    title: 'Conversation summariser',
    word: 'conversation-summariser',
    ...ofCustomerCare,
  },
];

export const privateAssets = [...privateServers, ...privateAgents];

/** What a person must not read anywhere: the names and titles of what other teams keep to themselves. */
export function hiddenFrom(person: Person): string[] {
  return privateAssets
    .filter(({ outsiders }) => outsiders.includes(person))
    .flatMap(({ name, title }) => [name, title]);
}
