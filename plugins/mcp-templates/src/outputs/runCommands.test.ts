import { fakeCreated } from '../../dev/start';
import { cloneCommand, localAddress, serverCommands } from './runCommands';

const clonedFrom = (cloneUrl: string) => {
  const created = fakeCreated();
  return cloneCommand({
    ...created,
    repository: { ...created.repository, cloneUrl },
  });
};

describe('commands', () => {
  it('clone into a folder of the repository’s name', () => {
    expect(clonedFrom('https://github.com/acme/late-invoices.git')).toBe(
      'git clone https://github.com/acme/late-invoices.git late-invoices',
    );
  });

  it.each([
    ["/home/o'hara/x.git", "'/home/o'\\''hara/x.git'"],
    ['/my data/x.git', "'/my data/x.git'"],
    ['/a/$(id)/x.git', "'/a/$(id)/x.git'"],
  ])('quote %s for a shell', (path, word) => {
    expect(clonedFrom(path)).toBe(`git clone ${word} late-invoices`);
  });

  it('are those of the language, and none where it is not known', () => {
    const texts = (language: 'typescript' | 'python' | undefined) =>
      serverCommands(fakeCreated({ language })).map(({ text }) => text);
    expect(texts('typescript')).toEqual([
      'cd late-invoices\nnpm ci\nnpm test',
      'npm start',
    ]);
    expect(texts('python')[1]).toBe('python -m mcp_server');
    expect(texts(undefined)).toEqual([]);
  });

  it('say where a server answers that was started by hand', () => {
    expect(localAddress(fakeCreated())).toBe('http://localhost:4107/mcp');
    expect(
      localAddress(fakeCreated({ url: 'https://mcp.example.com/late/mcp' })),
    ).toBe('http://localhost:4107/late/mcp');
    expect(localAddress(fakeCreated({ port: undefined }))).toBe(
      'http://localhost:4107/mcp',
    );
  });
});
