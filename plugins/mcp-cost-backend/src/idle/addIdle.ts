import type { Foundation } from '../Foundation';

export async function addIdle(_foundation: Foundation): Promise<void> {}
