import { Person, Persona } from './Person';

/**
 * How the sign-in page introduces a persona.
 *
 * @internal
 */
export interface PersonaIntroduction {
  persona: Persona;
  title: string;
  /** One sentence on what this person sees in the portal. */
  sees: string;
}

/**
 * The four people that the sign-in page offers first, in this order.
 *
 * @internal
 */
export const PERSONAS: readonly PersonaIntroduction[] = [
  {
    persona: 'engineer',
    title: 'Engineer',
    sees: 'Sees what their team owns, one server private to it among them, and the agents that use it.',
  },
  {
    persona: 'new-hire',
    title: 'New hire',
    sees: 'Sees what the organisation shares and what their new team has, nothing that another team keeps to itself.',
  },
  {
    persona: 'manager',
    title: 'Manager',
    sees: 'Sees which teams own which servers, and which servers have no owner or need attention.',
  },
  {
    persona: 'platform-admin',
    title: 'Platform admin',
    sees: 'Sees every server and agent, including those that a team keeps to itself.',
  },
];

/**
 * Splits people into the featured ones, in the order of {@link PERSONAS}, and the rest.
 *
 * @internal
 */
export function featurePersonas(people: Person[]): {
  featured: Array<{ person: Person; introduction: PersonaIntroduction }>;
  others: Person[];
} {
  const featured = PERSONAS.flatMap(introduction => {
    const person = people.find(p => p.persona === introduction.persona);
    return person ? [{ person, introduction }] : [];
  });
  const featuredRefs = new Set(featured.map(({ person }) => person.ref));
  return {
    featured,
    others: people.filter(({ ref }) => !featuredRefs.has(ref)),
  };
}
