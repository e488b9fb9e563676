import {
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import type {
  CreatedKind,
  McpTemplatesApi,
  SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';
import { OperatorSettings } from '@mcp-portal/plugin-mcp-templates-node';

import { askAsInitiator, type Initiated } from '../../../access/askAsInitiator';
import { Problems } from '../../../problems';
import { checkExisting, type GivenServer } from './checkExisting';
import { checkLocation } from './checkLocation';
import { checkOwner } from './checkOwner';
import { checkPurpose, type Purpose } from './checkPurpose';
import { checkSystem } from './checkSystem';
import { choosePort } from './choosePort';
import { findUsedServers } from './findUsedServers';
import { makeSkeletonValues, type PortalAddresses } from './makeSkeletonValues';
import { readTakenRemotes, type TakenRemote } from './readTakenRemotes';

/** What a person asks for. */
export interface WantedServer {
  kind: CreatedKind;
  name: string;
  owner: string;
  system?: string;
  purpose: Purpose;
  visibility: SkeletonValues['visibility'];
  dataSensitivity: SkeletonValues['dataSensitivity'];
  createdFrom: string;
  existing?: GivenServer;
  servers?: string[];
}

export interface ServerCheckOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  registry: Pick<McpRegistryApi, 'findSimilar'>;
  templates: Pick<McpTemplatesApi, 'checkName'>;
  settings: OperatorSettings;
  addresses: PortalAddresses;
}

/**
 * Whether somebody may make what they ask for. The form is a courtesy: what it
 * checked is all checked again here.
 */
export class ServerCheck {
  readonly #options: ServerCheckOptions;

  constructor(options: ServerCheckOptions) {
    this.#options = options;
  }

  /** @throws InputError that lists all that is wrong */
  async check(
    wanted: WantedServer,
    context: Initiated & { logger: LoggerService },
  ): Promise<SkeletonValues> {
    const { catalog, registry, settings, addresses } = this.#options;
    const credentials = await context.getInitiatorCredentials();
    const problems = new Problems();
    const shared = { credentials, problems };

    await this.#checkName(wanted, context, problems);
    const ownerRef = await checkOwner(this.#options, {
      owner: wanted.owner,
      ...shared,
    });
    const systemRef = await checkSystem(catalog, {
      system: wanted.system,
      ...shared,
    });
    const purpose = await checkPurpose(registry, {
      purpose: wanted.purpose,
      // Nothing new is made of a server that is there.
      compare: wanted.kind === 'server' && !wanted.existing,
      request: () => this.#request(context, 'mcp-registry'),
      logger: context.logger,
      problems,
    });
    const servers =
      wanted.servers &&
      (await findUsedServers(catalog, { refs: wanted.servers, ...shared }));
    const taken =
      wanted.kind === 'server' ? await readTakenRemotes(this.#options) : [];
    const port = await this.#portOf(wanted, { taken, ...shared });

    const stopIfAny = () =>
      problems.throwIfAny(
        `This ${wanted.kind} can't be made as it was asked for:`,
      );
    stopIfAny();
    const { kind, name, visibility, dataSensitivity, createdFrom } = wanted;
    const values = makeSkeletonValues(settings, {
      addresses,
      checked: {
        kind,
        name,
        // Without a problem, both are there.
        purpose: purpose!.text,
        ownerRef: ownerRef!,
        ...(purpose?.whyNew && { whyNew: purpose.whyNew }),
        ...(systemRef && { systemRef }),
        visibility,
        dataSensitivity,
        port,
        createdFrom,
        ...(wanted.existing && { given: wanted.existing }),
        ...(servers && { servers }),
      },
    });
    await checkLocation(this.#options, {
      repository: values.repository,
      problems,
    });
    stopIfAny();
    return values;
  }

  async #checkName(
    { kind, name }: WantedServer,
    context: Initiated,
    problems: Problems,
  ): Promise<void> {
    const { available, message } = await this.#options.templates.checkName(
      { kind, name },
      await this.#request(context, 'mcp-templates'),
    );
    if (!available) {
      problems.add('name', message ?? 'it is taken. Choose another.');
    }
  }

  async #portOf(
    { kind, existing }: WantedServer,
    options: {
      taken: TakenRemote[];
      credentials: BackstageCredentials;
      problems: Problems;
    },
  ): Promise<number> {
    if (existing) {
      await checkExisting(this.#options.catalog, {
        ...options,
        given: existing,
      });
      return portIn(existing.url);
    }
    const { servers } = this.#options.settings;
    return kind === 'server'
      ? choosePort(servers, options)
      : servers.ports.from;
  }

  #request(initiated: Initiated, pluginId: string) {
    return askAsInitiator(this.#options.auth, { initiated, pluginId });
  }
}

function portIn(url: string): number {
  if (!URL.canParse(url)) {
    return 0;
  }
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}
