import type { Grant, KoaContextWithOIDC } from 'oidc-provider';

/** Everything that the portal may ask for. */
const GRANTED_SCOPES = 'openid profile email offline_access';

/**
 * Grants the portal what it asks for instead of asking the person: it is the only
 * client, and it belongs to whoever started this provider.
 *
 * A grant of its own for each sign-in, because signing out of the portal revokes the
 * grant, and one browser must not sign out another.
 *
 * @internal
 */
export async function grantForPortal(
  ctx: KoaContextWithOIDC,
): Promise<Grant | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) {
    return undefined;
  }
  const grant = new provider.Grant({
    clientId: client.clientId,
    accountId: session.accountId,
  });
  grant.addOIDCScope(GRANTED_SCOPES);
  await grant.save();
  return grant;
}
