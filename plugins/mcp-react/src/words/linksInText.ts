/** Within a sentence, colour alone would not tell a link from the words around it. @public */
export const LINKS_IN_TEXT = {
  '& a': { textDecoration: 'underline' },
} as const;
