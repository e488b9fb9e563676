import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** What an action's context tells of who runs the template. */
export interface Initiated {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/** How another plugin is asked. */
export interface Request {
  token: string;
  signal?: AbortSignal;
}

/**
 * Asks another plugin as the person who runs the template, so that nobody
 * learns or does through a template what they may not.
 */
export async function askAsInitiator(
  auth: AuthService,
  { initiated, pluginId }: { initiated: Initiated; pluginId: string },
): Promise<Request> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await initiated.getInitiatorCredentials(),
    targetPluginId: pluginId,
  });
  return { token, ...(initiated.signal && { signal: initiated.signal }) };
}
