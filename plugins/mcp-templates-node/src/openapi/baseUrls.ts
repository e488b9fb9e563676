import { isObject, type JsonObject, listAt, objectAt, textAt } from './json';

const MAX_URLS = 10;

/**
 * The base URLs of a `servers` list: absolute, without `/` at the end, variables
 * at their defaults. Credentials in them are nobody's to pass on.
 */
export function baseUrlsOf(holder: JsonObject, sourceUrl?: string): string[] {
  const urls = listAt(holder, 'servers').flatMap(server => {
    const template = isObject(server) ? textAt(server, 'url') : undefined;
    return isObject(server) && template !== undefined
      ? [
          absolute(
            withDefaults(template, objectAt(server, 'variables')),
            sourceUrl,
          ),
        ]
      : [];
  });
  return [...new Set(urls.filter(url => url !== undefined))].slice(0, MAX_URLS);
}

function withDefaults(template: string, variables?: JsonObject): string {
  return template.replace(
    /\{([^}]+)\}/g,
    (whole, name: string) =>
      textAt(objectAt(variables, name), 'default') ?? whole,
  );
}

function absolute(address: string, sourceUrl?: string): string | undefined {
  if (!URL.canParse(address, sourceUrl) || /[{}]/.test(address)) {
    return undefined;
  }
  const url = new URL(address, sourceUrl);
  if (!['http:', 'https:'].includes(url.protocol)) {
    return undefined;
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
