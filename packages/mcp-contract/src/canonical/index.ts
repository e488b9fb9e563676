export { ContractError, type ContractErrorCode } from './ContractError';
export type { JsonObject, JsonSchema, JsonValue } from './JsonValue';
