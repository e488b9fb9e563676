import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { templateManagementPermission } from '@backstage/plugin-scaffolder-common/alpha';

import type { Problems } from '../../../problems';

export interface OwnerCheckServices {
  auth: Pick<AuthService, 'isPrincipal'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}

/**
 * The team that is to own what is made: one of those that the person belongs
 * to. Whoever manages the templates may make something for any team.
 *
 * @returns the complete ref; undefined when there is a problem
 */
export async function checkOwner(
  services: OwnerCheckServices,
  options: {
    owner: string;
    credentials: BackstageCredentials;
    problems: Problems;
  },
): Promise<string | undefined> {
  const { owner, credentials, problems } = options;
  const ownerRef = completeTeamRef(owner);
  if (!ownerRef) {
    problems.add(
      'owner',
      `"${owner}" is no team; give its entity ref, like group:default/payments.`,
    );
    return undefined;
  }
  const teams = await teamsOf(services, credentials);
  if (
    !teams.includes(ownerRef) &&
    !(await managesTemplates(services, credentials))
  ) {
    problems.add(
      'owner',
      teams.length > 0
        ? `you don't belong to ${ownerRef}. Choose a team of your own: ${teams.join(
            ', ',
          )}.`
        : `you don't belong to ${ownerRef}, and to no other team. Ask who looks after the organisation's teams to add you to yours.`,
    );
    return undefined;
  }
  if (!(await services.catalog.getEntityByRef(ownerRef, { credentials }))) {
    problems.add(
      'owner',
      `the catalog knows no team ${ownerRef}. Choose one that it knows.`,
    );
    return undefined;
  }
  return ownerRef;
}

async function teamsOf(
  { auth, userInfo }: OwnerCheckServices,
  credentials: BackstageCredentials,
): Promise<string[]> {
  // A script with a token of its own belongs to no team.
  if (!auth.isPrincipal(credentials, 'user')) {
    return [];
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs
    .map(ref => ref.toLocaleLowerCase('en-US'))
    .filter(ref => ref.startsWith('group:'));
}

async function managesTemplates(
  { permissions }: OwnerCheckServices,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [{ result }] = await permissions.authorize(
    [{ permission: templateManagementPermission }],
    { credentials },
  );
  return result === AuthorizeResult.ALLOW;
}

function completeTeamRef(owner: string): string | undefined {
  try {
    const ref = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return ref.kind.toLocaleLowerCase('en-US') === 'group'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
