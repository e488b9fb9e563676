import { filePath, readmeLink, repositoryPath } from './paths';

const repository = { team: 'payments', name: 'late', defaultBranch: 'main' };

describe('addresses in a repository', () => {
  it('are written as code hosts write them', () => {
    expect(repositoryPath(repository)).toBe('/payments/late');
    expect(filePath(repository, 'src/a b.ts')).toBe(
      '/payments/late/blob/main/src/a%20b.ts',
    );
  });

  it.each([
    ['./src/index.ts', '/r/payments/late/blob/main/src/index.ts'],
    ['docs/../LICENSE#top', '/r/payments/late/blob/main/LICENSE'],
    ['a%20b.md', '/r/payments/late/blob/main/a%20b.md'],
    ['../../../../etc/passwd', '/r/payments/late/blob/main/etc/passwd'],
    ['.', '/r/payments/late'],
    ['%E0%A4%A', '/r/payments/late/blob/main/%25E0%25A4%25A'],
  ])('of a README lead from %s to a file', (href, address) => {
    expect(readmeLink(repository, '/r', href)).toBe(address);
  });

  it.each([
    'https://example.com/a',
    'mailto:a@example.com',
    '#usage',
    '//x.y/z',
  ])('leave %s as it is', href => {
    expect(readmeLink(repository, '/r', href)).toBe(href);
  });
});
