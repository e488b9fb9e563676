/** Why what is said of each tool was not checked. */
export const NO_TOOLS = 'The server offers no tools.';
