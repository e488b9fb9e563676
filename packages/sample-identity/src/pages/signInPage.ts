import { Person } from '../people/Person';
import { featurePersonas, PersonaIntroduction } from '../people/personas';
import { Html, html } from './html';
import { layout } from './layout';

/**
 * The page on which one click signs in as one of the sample's people.
 *
 * @internal
 */
export function signInPage(options: {
  /** Where the form goes; on this server. */
  action: string;
  /** Proves that the form comes from this page. */
  csrfToken: string;
  people: Person[];
}): string {
  const { featured, others } = featurePersonas(options.people);
  return layout({
    title: 'Sign in to MCP Portal',
    content: html`<h1>Who would you like to be?</h1>
      <p class="note">Sample data: local sign-in, no passwords.</p>
      <form method="post" action="${options.action}">
        <input type="hidden" name="csrf" value="${options.csrfToken}" />
        <ul>
          ${featured.map(({ person, introduction }) =>
            featuredButton(person, introduction),
          )}
        </ul>
        ${others.length ? everyoneElse(others) : ''}
      </form>`,
  });
}

function featuredButton(person: Person, introduction: PersonaIntroduction) {
  return html`<li>
    <button name="person" value="${person.ref}">
      <span class="persona">${introduction.title}</span>
      <strong>${person.displayName}</strong>
      <span>${describe(person)}</span>
      <span>${introduction.sees}</span>
    </button>
  </li>`;
}

function everyoneElse(people: Person[]): Html {
  return html`<h2>Everyone else in the sample organisation</h2>
    <ul class="compact">
      ${people.map(
        person => html`<li>
          <button name="person" value="${person.ref}">
            <strong>${person.displayName}</strong>
            <span>${describe(person)}</span>
          </button>
        </li>`,
      )}
    </ul>`;
}

/** "Payments · Senior engineer, on call for billing." */
function describe(person: Person): string {
  const team = person.teams.join(', ');
  return [team, person.role].filter(Boolean).join(' · ');
}
