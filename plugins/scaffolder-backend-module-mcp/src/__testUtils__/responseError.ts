import { ResponseError } from '@backstage/errors';

/** What a client of another plugin throws when it answers with an error. */
export function responseError(
  statusCode: number,
  error: { name: string; message: string },
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    Response.json(
      { error, response: { statusCode } },
      { status: statusCode, statusText: error.name },
    ),
  );
}
