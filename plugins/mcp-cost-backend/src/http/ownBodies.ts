/** What takes bodies of its own form, and checks them itself. */
export const OWN_BODIES = /\/(v1\/traces|usage|focus-imports)\/?$/;
