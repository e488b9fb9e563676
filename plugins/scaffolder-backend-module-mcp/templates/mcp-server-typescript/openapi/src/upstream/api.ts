/** The API that the tools call. */
export const api: {
  title: string;
  /** Where it is, when UPSTREAM_URL says nothing else. */
  baseUrl: string;
  /** Where its key goes, when it is not in the Authorization header. */
  apiKey?: { in: 'header' | 'query'; name: string };
} = {
  title: 'An API',
  baseUrl: '',
};
