import type { ChangeRule } from '../rule';

/** What changes of a server's capabilities and instructions mean. */
export const SERVER_RULES: readonly ChangeRule[] = [
  {
    id: 'capability-removed',
    class: 'breaking',
    title: 'Capability, or a part of one, removed',
    why: 'A client that uses it gets an error, or waits for what does not come.',
  },
  {
    id: 'capability-added',
    class: 'additive',
    title: 'Capability, or a part of one, added',
    why: 'No client has to use it.',
  },
  {
    id: 'capability-changed',
    class: 'breaking',
    undecided: true,
    title: "Capability's value changed",
    why: 'What a value of a capability means is not known to this package.',
  },
  {
    id: 'capability-denied',
    class: 'cosmetic',
    title: 'Capability false where it was absent, or the other way',
    why: 'Neither promises it.',
  },
  {
    id: 'instructions-changed',
    class: 'behavioural',
    title: 'Instructions added, removed or changed',
    why: 'They steer the model in everything it does with the server.',
  },
];
