/**
 * Tells the registry which agents really call which servers.
 *
 * @packageDocumentation
 */
export { mcpRegistryModuleCost as default } from './module';
