import type { Foundation } from '../Foundation';

export async function addAlerts(_foundation: Foundation): Promise<void> {}
