import { isObject, type JsonObject, listAt, objectAt, textAt } from './json';
import { OPENAPI_LIMITS } from './limits';

const MAX_URLS = 10;
const MAX_SERVERS = 50;
/** A few lines could else stand for gigabytes. */
const MAX_VARIABLES = 20;
const MAX_VARIABLE_LENGTH = 200;

/**
 * The base URLs of a `servers` list: absolute, without `/` at the end, variables
 * at their defaults. Credentials in them are nobody's to pass on.
 */
export function baseUrlsOf(holder: JsonObject, sourceUrl?: string): string[] {
  const servers = listAt(holder, 'servers').slice(0, MAX_SERVERS);
  const urls = servers.flatMap(server => {
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
  if (template.length > OPENAPI_LIMITS.maxUrlLength) {
    return template;
  }
  let count = 0;
  return template.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    count += 1;
    const value = textAt(objectAt(variables, name), 'default');
    return value === undefined ||
      value.length > MAX_VARIABLE_LENGTH ||
      count > MAX_VARIABLES
      ? whole
      : value;
  });
}

function absolute(address: string, sourceUrl?: string): string | undefined {
  if (
    address.length > OPENAPI_LIMITS.maxUrlLength ||
    !URL.canParse(address, sourceUrl) ||
    /[{}]/.test(address)
  ) {
    return undefined;
  }
  const url = new URL(address, sourceUrl);
  if (!['http:', 'https:'].includes(url.protocol)) {
    return undefined;
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
