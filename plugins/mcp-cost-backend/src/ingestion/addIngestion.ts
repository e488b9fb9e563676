import type { Foundation } from '../Foundation';

export async function addIngestion(_foundation: Foundation): Promise<void> {}
