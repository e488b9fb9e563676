import { claudeCode } from './claudeCode';
import type { Client } from './Client';
import { codex } from './codex';
import { cursor } from './cursor';
import { geminiCli } from './geminiCli';
import { vsCode } from './vsCode';

export type { Client, Snippet } from './Client';

export const CLIENTS: Client[] = [claudeCode, vsCode, cursor, codex, geminiCli];
