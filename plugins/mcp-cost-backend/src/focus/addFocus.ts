import type { Foundation } from '../Foundation';

export async function addFocus(_foundation: Foundation): Promise<void> {}
