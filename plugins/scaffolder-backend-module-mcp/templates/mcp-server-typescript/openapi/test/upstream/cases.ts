import type { Case } from './Case.js';

/** One call of each tool: what goes in, what the API sees and sends, what comes out. */
export const cases: Case[] = [];

/** Tools that need a call of your own: no example could be made from their schemas. */
export const untried: string[] = [];
