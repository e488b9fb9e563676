import type { Foundation } from '../Foundation';

export async function addKeys(_foundation: Foundation): Promise<void> {}
