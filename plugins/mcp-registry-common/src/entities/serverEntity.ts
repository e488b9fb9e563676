import { Entity } from '@backstage/catalog-model';

/**
 * `spec.type` of the upstream API entity that is an MCP server.
 * @public
 */
export const SERVER_ENTITY_TYPE = 'mcp-server';

/**
 * How far a server is trusted. A server that says nothing is `unverified`.
 * @public
 */
export const TRUST_LEVELS = [
  'internal',
  'verified-third-party',
  'unverified',
] as const;

/**
 * One of {@link TRUST_LEVELS}.
 * @public
 */
export type Trust = (typeof TRUST_LEVELS)[number];

/**
 * Who may know that a server or an agent exists: its own team (and platform
 * admins), or everyone. An entity that says nothing is for the organisation.
 * @public
 */
export const VISIBILITIES = ['team', 'organisation'] as const;

/**
 * One of {@link VISIBILITIES}.
 * @public
 */
export type Visibility = (typeof VISIBILITIES)[number];

/**
 * The most sensitive data that a server handles.
 * @public
 */
export const DATA_SENSITIVITIES = [
  'public',
  'internal',
  'confidential',
  'restricted',
] as const;

/**
 * One of {@link DATA_SENSITIVITIES}.
 * @public
 */
export type DataSensitivity = (typeof DATA_SENSITIVITIES)[number];

/**
 * Where a server is reached: the upstream `spec.remotes[]`. For `stdio` the
 * `url` may be a command line; the portal never runs it.
 * @public
 */
export interface ServerRemote {
  type: string;
  url: string;
  /** What a client has to send, by name, as `server.json` says it. */
  headers?: { name: string }[];
}

/**
 * How a server is installed: `packages[]` of the official `server.json`.
 * @public
 */
export interface ServerPackage {
  registryType: string;
  identifier: string;
  version?: string;
  transport?: { type: string; url?: string };
  [field: string]: unknown;
}

/**
 * The fields of a server entity that the portal reads, with defaults applied.
 * @public
 */
export interface DeclaredServer {
  lifecycle: string;
  /** The owner as written; resolve it against the entity's `ownedBy` relation. */
  owner: string;
  system?: string;
  remotes: ServerRemote[];
  packages: ServerPackage[];
  trust: Trust;
  visibility: Visibility;
  dataSensitivity?: DataSensitivity;
  /** An https link to who is on call. */
  onCall?: string;
}

/**
 * Whether an entity is an MCP server.
 * @public
 */
export function isServerEntity(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'api' &&
    entity.spec?.type === SERVER_ENTITY_TYPE
  );
}

/**
 * The declared fields of a server entity. Never throws: a field of the wrong
 * shape counts as absent, because the catalog reports it on the entity itself.
 * @public
 */
export function readServerEntity(entity: Entity): DeclaredServer {
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  return {
    lifecycle: text(spec.lifecycle) ?? 'unknown',
    owner: text(spec.owner) ?? '',
    system: text(spec.system),
    remotes: records(spec.remotes).flatMap(remote =>
      text(remote.type) && text(remote.url)
        ? [
            {
              type: String(remote.type),
              url: String(remote.url),
              ...readHeaders(remote.headers),
            },
          ]
        : [],
    ),
    packages: records(spec.packages).flatMap(readPackage),
    trust: oneOf(TRUST_LEVELS, spec.trust) ?? 'unverified',
    visibility: readVisibility(entity),
    dataSensitivity: oneOf(DATA_SENSITIVITIES, spec.dataSensitivity),
    onCall: text(spec.onCall),
  };
}

/**
 * Who may know of an entity. A value that is not understood counts as `team`:
 * a typing error must not publish what was meant to be private.
 * @public
 */
export function readVisibility(entity: Entity): Visibility {
  const value = entity.spec?.visibility;
  if (value === undefined || value === null) {
    return 'organisation';
  }
  return oneOf(VISIBILITIES, value) ?? 'team';
}

function readPackage(entry: Record<string, unknown>): ServerPackage[] {
  const { version, transport, ...others } = entry;
  const registryType = text(others.registryType);
  const identifier = text(others.identifier);
  return registryType && identifier
    ? [
        {
          ...others,
          registryType,
          identifier,
          version: text(version),
          transport: readTransport(transport),
        },
      ]
    : [];
}

/** Their names alone: a value may be a secret that was written by mistake. */
function readHeaders(value: unknown): Pick<ServerRemote, 'headers'> {
  const headers = records(value).flatMap(({ name }) =>
    text(name) ? [{ name: String(name) }] : [],
  );
  return headers.length ? { headers } : {};
}

function readTransport(value: unknown): ServerPackage['transport'] {
  const [transport] = records([value]);
  const type = text(transport?.type);
  return type ? { ...transport, type, url: text(transport.url) } : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'object' && item !== null)
    : [];
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: unknown,
): T | undefined {
  return allowed.find(item => item === value);
}
