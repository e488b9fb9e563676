/**
 * The pages have no settings of their own: extensions are configured under
 * `app.extensions`, and everything else in the backend plugin.
 */
export interface Config {}
