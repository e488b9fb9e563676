import type { Foundation } from '../Foundation';

export async function addBudgets(_foundation: Foundation): Promise<void> {}
