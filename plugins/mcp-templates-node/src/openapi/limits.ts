/**
 * What is more than this is refused or cut: one document must not use up the
 * memory or the time of the portal, nor one tool the context of a model.
 * @public
 */
export const OPENAPI_LIMITS = Object.freeze({
  /** Of the text, in UTF-8. */
  maxDocumentBytes: 5 * 1024 * 1024,
  /** YAML takes much longer to read than JSON. */
  maxYamlBytes: 2 * 1024 * 1024,
  /** Objects, arrays and scalars, aliases counted each time. */
  maxValues: 500_000,
  maxDepth: 100,
  /** Of paths, properties and other keys. */
  maxKeyLength: 1_000,
  maxUrlLength: 2_000,
  maxOperations: 1_000,
  maxParameters: 100,
  /** Of the arguments that a body is taken apart into. */
  maxBodyArguments: 50,
  /** Characters of JSON, about; what lies deeper is left open. */
  maxInputSchemaSize: 12_000,
  maxOutputSchemaSize: 8_000,
  maxTitleLength: 80,
  maxDescriptionLength: 1_000,
  maxParameterDescriptionLength: 400,
  maxProblems: 20,
});

/** Beyond this, the library that checks documents would take seconds. */
export const MAX_CHECKED_VALUES = 150_000;
