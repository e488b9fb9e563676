import type { CreatedKind } from '../names';
import type { RepositoryHost } from '../settings';

// Templates write them, and the registry reads them.
export {
  ANNOTATION_CREATED_FROM,
  ANNOTATION_WHY_NEW,
} from '@mcp-portal/plugin-mcp-registry-common';

/** Where a template's result is published. @public */
export interface TargetRepository {
  type: RepositoryHost;
  /** Of the code host: an organisation or group; of `local` the team. */
  owner: string;
  name: string;
  /** What upstream's publish actions take: `host?owner=..&repo=..`. */
  repoUrl: string;
  /** A page for people. */
  url: string;
  /** The URL of `catalog-info.yaml` that the catalog reads. */
  catalogInfoUrl: string;
  defaultBranch: string;
}

/**
 * What the templates' skeletons are filled with. `mcp:server:check` makes it of
 * the form and of the operator's settings.
 * @public
 */
export interface SkeletonValues {
  kind: CreatedKind;
  /** As in {@link NEW_NAME_PATTERN}. */
  name: string;
  /** For people: `billing-invoices` is `Billing invoices`. */
  title: string;
  /** One or two sentences, on one line. */
  purpose: string;
  /** Why none of the servers that come close fits; one sentence, on one line. */
  whyNew?: string;
  /** `group:default/payments`. */
  ownerRef: string;
  /** `payments`: what `spec.owner` and labels hold. */
  ownerName: string;
  /** Entity ref of the system, when there is one. */
  systemRef?: string;
  lifecycle: 'experimental';
  visibility: 'team' | 'organisation';
  dataSensitivity: 'public' | 'internal' | 'confidential' | 'restricted';
  /** Where the server will answer: the entity's remote. Empty for an agent. */
  url: string;
  /** The port that the server takes when nothing else is said. */
  port: number;
  /** The portal's own address, for links and for the CI. */
  portalUrl: string;
  /** The OTLP/HTTP address of the portal, without `/v1/traces`. */
  otlpUrl: string;
  /** The organisation's authorization server; empty when none is named. */
  issuer: string;
  /** Where images go, for example `registry.example.com/mcp`. */
  imageRegistry: string;
  /** What `npx` takes to run `mcp-portal`. */
  cliPackage: string;
  repository: TargetRepository;
  /** `mcp-server-typescript@1`: `mcp-portal.io/created-from`. */
  createdFrom: string;
  /** Of a server that runs already, and is only registered. */
  existing?: ExistingServer;
  /** The servers that an agent uses. */
  servers?: UsedServer[];
}

/** What the owner of a running server says of it. @public */
export interface ExistingServer {
  transport: 'streamable-http' | 'sse';
  /** An https link to who is on call. */
  onCall?: string;
}

/** A registered server, as an agent's skeleton needs it. @public */
export interface UsedServer {
  /** `api:default/billing-invoices`. */
  ref: string;
  name: string;
  title?: string;
  /** Its first remote that is called by HTTP; absent when it has none. */
  url?: string;
  transport?: string;
}

/**
 * What a template's `output.created` holds: all that the last page shows.
 * @public
 */
export interface Created {
  kind: CreatedKind;
  entityRef: string;
  title: string;
  ownerRef: string;
  repository: TargetRepository & { cloneUrl: string };
  /** The remote of a server. */
  url?: string;
  port?: number;
  language?: 'typescript' | 'python';
  /** SHA-256 of the contract, and how far it keeps the conventions (0-100). */
  contract?: { sha256: string; tools: number; score: number };
}
