import type { Foundation } from '../Foundation';

export async function addHosting(_foundation: Foundation): Promise<void> {}
