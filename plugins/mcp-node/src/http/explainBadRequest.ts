import { InputError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';
import { error as openApiErrors } from 'express-openapi-validator';

import { plainText } from './plainText';

const UNKNOWN_FIELD = 'additionalProperties.openapi.validation';
/** How many unknown fields a message names. */
const NAMED_FIELDS = 3;
const MAX_FIELD_LENGTH = 100;

/**
 * Makes an error of the portal's of what the OpenAPI document does not allow.
 * The validator says that there are unknown fields; this says which.
 * @public
 */
export const explainBadRequest: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  const unknown =
    error instanceof openApiErrors.BadRequest
      ? error.errors.filter(({ errorCode }) => errorCode === UNKNOWN_FIELD)
      : [];
  const named = unknown
    .slice(0, NAMED_FIELDS)
    .map(({ path }) =>
      JSON.stringify(
        plainText(path.replace(/^\/body\//, ''), MAX_FIELD_LENGTH),
      ),
    );
  next(
    new InputError(
      named.length > 0
        ? `${error.message}: leave out ${named.join(', ')}`
        : error.message,
    ),
  );
};
