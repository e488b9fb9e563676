import { Failure } from './failure.mjs';

const MIN_LENGTH = 8;

/** The static token that scripts may use, if the operator set one. */
export function apiTokenFrom(env) {
  const token = env.PORTAL_API_TOKEN;
  if (!token) {
    return undefined;
  }
  if (token.length < MIN_LENGTH || /\s/.test(token)) {
    throw new Failure(
      `PORTAL_API_TOKEN must have at least ${MIN_LENGTH} characters and no spaces. Make one with: openssl rand -hex 24`,
    );
  }
  return token;
}
