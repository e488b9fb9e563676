/** Whose tokens the server takes, and what they must allow. */
export interface AuthConfig {
  issuer: string;
  requiredScopes: string[];
}

export interface Config {
  host: string;
  port: number;
  /** Where clients reach `/mcp`: the audience of their tokens. */
  publicUrl: URL;
  /** Names of hosts that `Host` and `Origin` may hold. */
  allowedHosts: string[];
  /** Absent when everybody may call. */
  auth?: AuthConfig;
  /** What the operator should know before others find out. */
  warnings: string[];
  logLevel: string;
  maxRequestBytes: number;
  requestTimeoutMs: number;
  toolTimeoutMs: number;
  shutdownTimeoutMs: number;
}
