/** Without parameters, in lower case. */
export function mediaTypeOf(value: string): string {
  return value.split(';', 1)[0].trim().toLowerCase();
}

/** Whether JSON is what it names, or allows. */
export function isJsonType(mediaType: string): boolean {
  return (
    /^[^/]+\/(json|.+\+json)$/.test(mediaType) ||
    ['*/*', 'application/*'].includes(mediaType)
  );
}

/** Whether a model can read it as it is. */
export function isTextType(mediaType: string): boolean {
  return (
    mediaType.startsWith('text/') ||
    ['application/xml', 'application/yaml', 'application/x-yaml'].includes(
      mediaType,
    ) ||
    /\+(xml|yaml)$/.test(mediaType)
  );
}
