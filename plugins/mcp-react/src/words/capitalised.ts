/** `production` as people write it at the start of a line. @public */
export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-US') + word.slice(1);
}
