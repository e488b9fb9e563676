import type { Foundation } from '../Foundation';

export async function addSample(_foundation: Foundation): Promise<void> {}
