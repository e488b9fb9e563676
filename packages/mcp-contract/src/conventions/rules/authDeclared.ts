import { defineConvention, oneOutcome } from '../CheckedConvention';

/** That a server which wants credentials says which. */
export const authDeclared = defineConvention({
  convention: {
    id: 'auth-declared',
    title: 'What a client needs to get in is declared',
    severity: 'error',
    why: 'A client can only sign in, or ask for a key, where it is told how.',
    fix: 'Publish protected resource metadata (RFC 9728), or list the headers and variables in `server.json`.',
    options: {},
  },
  check({ auth }) {
    return auth === undefined
      ? { skipped: 'Whether it wants credentials is not known.' }
      : oneOutcome(
          auth === 'undeclared'
            ? 'The server wants credentials and does not say which.'
            : undefined,
        );
  },
});
