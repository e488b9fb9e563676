import type { Contract } from '@mcp-portal/mcp-contract';
import type {
  GateReport,
  Page,
  PublishRequest,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { APIResponse } from '@playwright/test';
import { inc, parse } from 'semver';
import type { Api } from './Api';

const base = '/api/mcp-registry/servers';

/** The major of the sample's live servers, which their agents ask for. */
const MAJOR = 2026;
const NEWEST_MINOR = 8;

export async function versionsOf(
  api: Api,
  server: string,
): Promise<ServerVersion[]> {
  const { items } = await api.read<Page<ServerVersion>>(
    `${base}/${server}/versions?limit=100`,
  );
  return items;
}

export async function liveContract(
  api: Api,
  server: string,
): Promise<Contract> {
  const { contract } = await api.read<{ contract: { contract: Contract } }>(
    `${base}/${server}/contract`,
  );
  return contract.contract;
}

/** Answers whatever the status. */
export function publish(
  api: Api,
  server: string,
  request: PublishRequest,
): Promise<APIResponse> {
  return api.post(`${base}/${server}/versions`, request);
}

/** The error of an answer, with what the gate says. */
export async function refusalOf(
  response: APIResponse,
): Promise<{ message: string; details: GateReport }> {
  return (await response.json()).error;
}

/** What a server could have offered before: a parameter, required by now, could be left out. */
export function withOptional(
  contract: Contract,
  tool: string,
  parameter: string,
): Contract {
  const earlier = structuredClone(contract);
  const schema = earlier.tools.find(({ name }) => name === tool)
    ?.inputSchema as { required: string[] } | undefined;
  if (!schema?.required.includes(parameter)) {
    throw new Error(`${tool} does not require ${parameter}: try another.`);
  }
  schema.required = schema.required.filter(name => name !== parameter);
  return earlier;
}

/** What a server could have offered before it had that tool. */
export function withoutTool(contract: Contract, tool: string): Contract {
  return {
    ...contract,
    tools: contract.tools.filter(({ name }) => name !== tool),
  };
}

/** The versions around one that a test has published. */
export interface Line {
  /** What is published, and not what is live. */
  version: string;
  /** Too small for what breaks, and so is `minor`. */
  patch: string;
  minor: string;
}

/**
 * Publishes, of a live server, what it could have offered before, as its only
 * version: what other tests published is deleted, so that none depends on
 * another. Its number is within what most of the server's agents ask for.
 */
export async function publishEarlier(
  owner: Api,
  server: string,
  change: (live: Contract) => Contract,
  { major = MAJOR } = {},
): Promise<Line> {
  await forgetVersions(owner, server);
  const used = (await versionsOf(owner, server))
    .map(({ version }) => parse(version))
    .filter(version => version?.major === major)
    .map(version => version!.minor);
  const version = `${major}.${Math.max(NEWEST_MINOR, ...used) + 1}.0`;
  const response = await publish(owner, server, {
    version,
    contract: change(await liveContract(owner, server)),
  });
  if (response.status() !== 201) {
    throw new Error(`${version} is not published: ${await response.text()}`);
  }
  return {
    version,
    patch: inc(version, 'patch')!,
    minor: inc(version, 'minor')!,
  };
}

/** Deletes all that is published; the numbers stay used up. */
export async function forgetVersions(
  owner: Api,
  server: string,
): Promise<void> {
  for (const { version, status } of await versionsOf(owner, server)) {
    if (status !== 'deleted') {
      const response = await owner.delete(
        `${base}/${server}/versions/${version}?reason=The+next+test+begins`,
      );
      if (!response.ok()) {
        throw new Error(`${version} is not deleted: ${await response.text()}`);
      }
    }
  }
}
