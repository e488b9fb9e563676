import { shortened } from './Sentence';

describe('shortened', () => {
  it('leaves out the tool that is named around it', () => {
    expect(shortened('Tool "pay", input: `to` is now required.', 'pay')).toBe(
      'Input: `to` is now required.',
    );
  });

  it('keeps a sentence that would lose its subject', () => {
    for (const text of [
      'The tool "pay" was removed.',
      'The title of the tool "pay" changed.',
      'Something about another one.',
    ]) {
      expect(shortened(text, 'pay')).toBe(text);
    }
  });
});
