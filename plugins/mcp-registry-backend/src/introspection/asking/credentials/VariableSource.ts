import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  McpCredentialRequest,
  McpCredentialSource,
} from '@mcp-portal/plugin-mcp-registry-node';
import { AskError } from '../attempt/AskError';
import {
  Environment,
  readVariableName,
  requireVariable,
} from '../rules/environmentVariable';

/** Headers that belong to HTTP or MCP, and would break the conversation. */
const RESERVED =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|accept|accept-encoding|last-event-id|mcp-.*)$/i;

/** `type: bearer`: a token from an environment variable. */
export class BearerSource implements McpCredentialSource {
  readonly type = 'bearer';

  constructor(private readonly env: Environment) {}

  validate(config: Config, at: string) {
    readVariableName(config, 'tokenEnv', at);
  }

  async headersFor({ name, config }: McpCredentialRequest) {
    const token = readHeaderValue(this.env, config, 'tokenEnv', name);
    return { authorization: `Bearer ${token}` };
  }
}

/** `type: header`: any header, its value from an environment variable. */
export class HeaderSource implements McpCredentialSource {
  readonly type = 'header';

  constructor(private readonly env: Environment) {}

  validate(config: Config, at: string) {
    readVariableName(config, 'valueEnv', at);
    const header = config.getString('header');
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(header)) {
      throw new InputError(`${at}.header must be the name of a header`);
    }
    if (RESERVED.test(header)) {
      throw new InputError(`${at}.header may not be ${header}`);
    }
  }

  async headersFor({ name, config }: McpCredentialRequest) {
    return {
      [config.getString('header')]: readHeaderValue(
        this.env,
        config,
        'valueEnv',
        name,
      ),
    };
  }
}

function readHeaderValue(
  env: Environment,
  config: Config,
  key: string,
  name: string,
): string {
  const variable = config.getString(key);
  const value = requireVariable(env, variable, `credential '${name}'`);
  // What undici would say of such a value repeats it.
  if (!/^[\t\x20-\x7e\x80-\xff]+$/.test(value)) {
    throw new AskError(
      'refused',
      `The environment variable ${variable}, which credential '${name}' needs, holds a character that no header may have.`,
    );
  }
  return value;
}
