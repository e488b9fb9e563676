import type { Foundation } from '../Foundation';

export async function addStatus(_foundation: Foundation): Promise<void> {}
