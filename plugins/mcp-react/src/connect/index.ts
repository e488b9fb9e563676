export { ClientSnippets } from './ClientSnippets';
export { connectOptions } from './connectOptions';
export type {
  Argument,
  AskedInput,
  ConnectOptions,
  ConnectTarget,
  EnvironmentVariable,
  HttpTarget,
  StdioTarget,
} from './ConnectTarget';
