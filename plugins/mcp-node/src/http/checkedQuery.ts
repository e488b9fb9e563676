import type { Request } from 'express';

/**
 * The query of a request, in the form that the OpenAPI document gives it: the
 * router has refused every other, which TypeScript can't know.
 * @public
 */
export function checkedQuery<Query>(request: Pick<Request, 'query'>): Query {
  return request.query as unknown as Query;
}
