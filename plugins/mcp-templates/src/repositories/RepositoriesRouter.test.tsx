import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import type { McpTemplatesApi } from '@mcp-portal/plugin-mcp-templates-common';
import { fakeRepository } from '../../dev/start';
import { renderTemplatesPage } from '../../dev/testing';
import { RepositoriesRouter } from './RepositoriesRouter';

const PAGE = '/mcp-repositories/payments/late-invoices';

function renderRepository(
  templates: Partial<McpTemplatesApi>,
  address: string = PAGE,
) {
  return renderTemplatesPage(
    <Routes>
      <Route path="/mcp-repositories/*" element={<RepositoriesRouter />} />
    </Routes>,
    { templates, address },
  );
}

/** An error as clients throw it, read. */
function named(name: string, message: string) {
  return Object.assign(new Error(message), { name });
}

describe('the page of a repository', () => {
  it('says what it is, how to get it, and what was done last', async () => {
    renderRepository({ getRepository: async () => fakeRepository() });
    expect(
      await screen.findByRole('heading', {
        name: 'Finds the invoices that are late.',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Command that clones it' }),
    ).toHaveTextContent(
      'git clone /srv/portal/repositories/payments/late-invoices.git',
    );
    expect(screen.getByText(/Last commit/)).toHaveTextContent(
      /Last commit 0123456, .*: Start from mcp-server-typescript@1$/,
    );
  });

  it('lists its files, each with its page', async () => {
    renderRepository({ getRepository: async () => fakeRepository() });
    const files = await screen.findByRole('region', { name: '2 files' });
    expect(
      within(files).getByRole('link', { name: 'src/tools/index.ts' }),
    ).toHaveAttribute('href', `${PAGE}/blob/main/src/tools/index.ts`);
  });

  it('shows the README without anything that could do harm', async () => {
    renderRepository({ getRepository: async () => fakeRepository() });
    const readme = await screen.findByRole('region', { name: 'README.md' });
    expect(
      within(readme).getByRole('link', { name: /the tools/ }),
    ).toHaveAttribute('href', `${PAGE}/blob/main/src/tools/index.ts`);
    expect(readme.querySelector('script')).toBeNull();
    expect(readme.innerHTML).not.toMatch(/href="javascript:/);
  });

  it('says when there is nothing yet', async () => {
    renderRepository({
      getRepository: async () =>
        fakeRepository({ files: [], readme: undefined, lastCommit: undefined }),
    });
    expect(await screen.findByText('No file yet')).toBeInTheDocument();
    expect(screen.getByText('Nothing was committed yet.')).toBeInTheDocument();
  });

  it.each(['NotFoundError', 'NotAllowedError'])(
    'says the same of a %s',
    async name => {
      renderRepository({
        getRepository: async () => {
          throw named(name, 'There is no repository payments/late-invoices.');
        },
      });
      expect(
        await screen.findByText(
          'The repository is not here, or not for you to see',
        ),
      ).toBeInTheDocument();
    },
  );

  it('tries again what failed', async () => {
    const getRepository = jest
      .fn()
      .mockRejectedValueOnce(new Error('The folder is away'))
      .mockResolvedValue(fakeRepository());
    renderRepository({ getRepository });
    expect(await screen.findByText('The folder is away')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 files')).toBeInTheDocument();
  });
});

describe('the page of a file', () => {
  it('shows its text, and the way back', async () => {
    const getRepositoryFile = jest.fn(async () => 'export const a = 1;\n');
    renderRepository({ getRepositoryFile }, `${PAGE}/blob/main/src/a%20b.ts`);
    const text = await screen.findByRole('region', { name: 'src/a b.ts' });
    expect(within(text).getByText('export const a = 1;')).toBeInTheDocument();
    expect(within(text).getByText('1')).toHaveAttribute('aria-hidden');
    expect(getRepositoryFile).toHaveBeenCalledWith(
      { team: 'payments', name: 'late-invoices', path: 'src/a b.ts' },
      expect.anything(),
    );
    expect(screen.getByRole('link', { name: 'All files' })).toHaveAttribute(
      'href',
      PAGE,
    );
  });

  it('says when there is no such file', async () => {
    renderRepository(
      {
        getRepositoryFile: async () => {
          throw named('NotFoundError', 'It has no file a.ts.');
        },
      },
      `${PAGE}/blob/main/a.ts`,
    );
    expect(
      await screen.findByText('The file is not here, or not for you to see'),
    ).toBeInTheDocument();
    expect(screen.getByText('It has no file a.ts.')).toBeInTheDocument();
  });

  it('tells an empty file from one that is not there', async () => {
    renderRepository(
      { getRepositoryFile: async () => '' },
      `${PAGE}/blob/main/a.ts`,
    );
    expect(await screen.findByText('The file is empty.')).toBeInTheDocument();
  });
});
