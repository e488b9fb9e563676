import type { Foundation } from '../Foundation';

export async function addReports(_foundation: Foundation): Promise<void> {}
