/** Where the portal under test is; the runner says it. */
export const portalUrl = process.env.PORTAL_URL ?? 'http://localhost:3000';
