import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** Longer than a busy portal takes; a run must not hang on a broken one. */
const DEFAULT_TIMEOUT_MS = 30_000;

/** What an action's context tells of who runs the template. */
export interface Initiated {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/** How another plugin is asked. */
export interface Request {
  token: string;
  /** Ends the request when the run is cancelled, or it takes too long. */
  signal: AbortSignal;
}

/**
 * Asks another plugin as the person who runs the template, so that nobody
 * learns or does through a template what they may not.
 *
 * @param options - `timeoutMs`: for all that is asked with it; half a minute
 *   unless told
 */
export async function askAsInitiator(
  auth: AuthService,
  options: { initiated: Initiated; pluginId: string; timeoutMs?: number },
): Promise<Request> {
  const { initiated, pluginId, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await initiated.getInitiatorCredentials(),
    targetPluginId: pluginId,
  });
  const { signal } = initiated;
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    token,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
}
