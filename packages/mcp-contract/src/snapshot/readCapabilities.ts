import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  setOwn,
} from '../canonical/JsonValue';
import type { Fields } from './fields';

/** Flags of which absence says no. Source: MCP, `ServerCapabilities`. */
const FLAGS: { readonly [capability: string]: readonly string[] } = {
  prompts: ['listChanged'],
  resources: ['listChanged', 'subscribe'],
  tools: ['listChanged'],
};

/**
 * Keeps what a server says it can do, known or not. `tasks` (2025-11-25 only)
 * is left out, as `execution` of a tool is: a server that speaks both eras
 * would else have two contracts.
 */
export function readCapabilities(fields: Fields): JsonObject {
  const given = fields.object('capabilities');
  const result: JsonObject = {};
  for (const name of given?.names() ?? []) {
    if (name !== 'tasks') {
      setOwn(result, name, withoutFalseFlags(name, given!.raw(name)!));
    }
  }
  return result;
}

function withoutFalseFlags(name: string, capability: JsonValue): JsonValue {
  const flags = Object.prototype.hasOwnProperty.call(FLAGS, name)
    ? FLAGS[name]
    : [];
  if (flags.length === 0 || !isJsonObject(capability)) {
    return capability;
  }
  const result: JsonObject = {};
  for (const key of Object.keys(capability)) {
    if (!(flags.includes(key) && capability[key] === false)) {
      setOwn(result, key, capability[key]);
    }
  }
  return result;
}
