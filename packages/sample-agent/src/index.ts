/**
 * An agent without a model, for the sample organisation.
 *
 * @packageDocumentation
 */
export { AGENT } from './agent/runRound';
export { runAgent } from './runAgent';
