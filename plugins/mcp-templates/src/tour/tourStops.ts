/** Ids of the parts of the Start page that the tour goes to. */
export const TOUR_STOPS = {
  find: 'mcp-start-find',
  templates: 'mcp-start-templates',
  teams: 'mcp-start-teams',
} as const;
