export { OPENAPI_LIMITS } from './limits';
export type {
  AnswerShape,
  OperationRequest,
  ParameterStyle,
  RequestBody,
  RequestParameter,
} from './OperationRequest';
export { readOpenApiSource } from './readOpenApiSource';
export {
  type OpenApiPlan,
  planOpenApi,
  readOpenApi,
  type ReadOpenApiOptions,
} from './readOpenApi';
