import {
  aServer,
  aTeam,
  anAgent,
} from '@mcp-portal/plugin-mcp-cost-backend/src/__testUtils__/entities';
import {
  ADA,
  PLATFORM,
} from '@mcp-portal/plugin-mcp-cost-backend/src/__testUtils__/people';

export const TEAMS = 60;
export const SERVERS = 200;
export const AGENTS = 300;
export const TOOLS_OF_SERVER = 12;
export const MODELS = [
  'large-1',
  'large-2',
  'medium-1',
  'medium-2',
  'small-1',
  'small-2',
  'open-1',
  'open-2',
];
const SERVERS_OF_AGENT = 6;

export const teamOf = (agent: number) => agent % TEAMS;
export const teamRef = (team: number) => `group:default/team-${team}`;
export const agentName = (agent: number) => `agent-${agent}`;
export const serverName = (server: number) => `server-${server}`;
export const serverHost = (server: number) =>
  `${serverName(server)}.example.com`;
/** The servers that an agent uses; those of low numbers are used by many. */
export const serverOf = (agent: number, choice: number) =>
  Math.floor(
    SERVERS *
      (((agent * 37 + (choice % SERVERS_OF_AGENT) * 61) % SERVERS) / SERVERS) **
        2,
  );
export const toolOf = (choice: number) => `tool_${choice % TOOLS_OF_SERVER}`;

/** A catalog of that many teams, servers and agents. */
export function organisation() {
  const count = (length: number) => Array.from({ length }, (_, i) => i);
  return [
    aTeam(PLATFORM, { members: [ADA] }),
    ...count(TEAMS).map(team => aTeam(teamRef(team))),
    ...count(SERVERS).map(server =>
      aServer(serverName(server), teamRef(server % TEAMS)),
    ),
    ...count(AGENTS).map(agent =>
      anAgent(agentName(agent), teamRef(teamOf(agent))),
    ),
  ];
}

/** Prices of all that is used, but of every tenth server. */
export function prices() {
  const validFrom = '2026-01-01';
  return [
    ...Array.from({ length: SERVERS }, (_, server) => server)
      .filter(server => server % 10 !== 9)
      .map(server => ({
        subject: {
          kind: 'tool-call',
          serverRef: `api:default/${serverName(server)}`,
        },
        amounts: { perUnit: `0.00${(server % 9) + 1}` },
        validFrom,
      })),
    ...MODELS.map((model, index) => ({
      subject: { kind: 'model-tokens', model },
      amounts: {
        inputPerMillion: `${index + 1}`,
        cachedInputPerMillion: `0.${index + 1}`,
        outputPerMillion: `${(index + 1) * 5}`,
      },
      validFrom,
    })),
  ];
}
