import type { Foundation } from '../Foundation';

export async function addPrices(_foundation: Foundation): Promise<void> {}
