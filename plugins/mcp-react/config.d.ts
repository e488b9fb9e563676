/** This package reads no configuration. */
export interface Config {}
