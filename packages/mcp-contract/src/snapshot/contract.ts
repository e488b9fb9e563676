import type { JsonObject, JsonSchema } from '../canonical/JsonValue';

/**
 * A picture of a tool, prompt, resource or resource template.
 * @public
 */
export interface ContractIcon {
  src: string;
  mimeType?: string;
  sizes?: string[];
  theme?: string;
}

/**
 * What a tool says about its own behaviour. Hints from an untrusted source.
 * A hint that equals the MCP default is left out: see `effectiveAnnotations`.
 * @public
 */
export interface ContractToolAnnotations {
  title?: string;
  readOnlyHint?: boolean;
  destructiveHint?: boolean;
  idempotentHint?: boolean;
  openWorldHint?: boolean;
}

/**
 * A tool that a server promises.
 * @public
 */
export interface ContractTool {
  name: string;
  title?: string;
  description?: string;
  /** Its root is an object schema. */
  inputSchema: JsonObject;
  outputSchema?: JsonSchema;
  annotations?: ContractToolAnnotations;
  icons?: ContractIcon[];
}

/**
 * A named argument of a prompt. Absent `required` means optional.
 * @public
 */
export interface ContractPromptArgument {
  name: string;
  title?: string;
  description?: string;
  required?: boolean;
}

/**
 * A prompt that a server promises; its arguments sorted by name.
 * @public
 */
export interface ContractPrompt {
  name: string;
  title?: string;
  description?: string;
  arguments?: ContractPromptArgument[];
  icons?: ContractIcon[];
}

/**
 * For whom a resource is meant (sorted) and how much it matters (0 to 1).
 * @public
 */
export interface ContractResourceAnnotations {
  audience?: string[];
  priority?: number;
}

/**
 * A resource that a server promises.
 * @public
 */
export interface ContractResource {
  uri: string;
  name: string;
  title?: string;
  description?: string;
  mimeType?: string;
  annotations?: ContractResourceAnnotations;
  icons?: ContractIcon[];
}

/**
 * A family of resources that a server promises, named by a URI template.
 * @public
 */
export interface ContractResourceTemplate {
  uriTemplate: string;
  name: string;
  title?: string;
  description?: string;
  mimeType?: string;
  annotations?: ContractResourceAnnotations;
  icons?: ContractIcon[];
}

/**
 * What a server promises, in canonical form: tools and prompts by name,
 * resources by uri, templates by uriTemplate, all four always present.
 * @public
 */
export interface Contract {
  tools: ContractTool[];
  prompts: ContractPrompt[];
  resources: ContractResource[];
  resourceTemplates: ContractResourceTemplate[];
  /** What the server says it can do; `{}` when it says nothing. */
  capabilities: JsonObject;
  instructions?: string;
}

/**
 * What an MCP client got from a server: all pages of each list put together,
 * items as they came. Nothing is trusted; unknown fields are ignored.
 * @public
 */
export interface ContractInput {
  tools?: readonly object[];
  prompts?: readonly object[];
  resources?: readonly object[];
  resourceTemplates?: readonly object[];
  capabilities?: object;
  instructions?: string;
}

/**
 * One contract as it was seen, in canonical form, named by its SHA-256.
 * @public
 */
export interface Snapshot {
  /** Of the UTF-8 bytes of `canonicalJson`: 64 lower-case hex digits. */
  sha256: string;
  /** RFC 8785 JSON: the same text for the same meaning. */
  canonicalJson: string;
  /** Exactly what `canonicalJson` says. */
  contract: Contract;
  /** The number of UTF-8 bytes of `canonicalJson`. */
  sizeBytes: number;
}
