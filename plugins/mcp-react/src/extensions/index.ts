/**
 * Where plugins put something on each other's pages. It is an entry of its own:
 * plugins load it with their first chunk, which must be without MUI.
 *
 * @packageDocumentation
 */
export {
  AgentColumnBlueprint,
  agentColumnDataRef,
  type AgentColumn,
} from './agentColumn';
export {
  ServerTabBlueprint,
  serverTabDataRef,
  type ServerTab,
  type ServerTabProps,
} from './serverTab';
