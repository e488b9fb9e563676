import { screen } from '@testing-library/react';
import {
  SearchContextProvider,
  searchApiRef,
} from '@backstage/plugin-search-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ServerResult } from './ServerResult';

function renderResult(document: object, term: string) {
  renderInTestApp(
    <SearchContextProvider initialState={{ term, types: [], filters: {} }}>
      <ServerResult
        result={{
          title: 'Billing',
          text: '',
          location: '/mcp-servers/default/billing',
          ...document,
        }}
      />
    </SearchContextProvider>,
    { apis: [[searchApiRef, { query: async () => ({ results: [] }) }]] },
  );
}

describe('ServerResult', () => {
  it('shows purpose, owner, trust and first the tools that were searched for', async () => {
    renderResult(
      {
        purpose: 'Invoices and refunds.',
        owner: 'Payments',
        lifecycle: 'production',
        trust: 'internal',
        tools: ['a', 'b', 'c', 'd', 'e', 'void_invoice'],
        sample: true,
      },
      'void',
    );
    expect(
      await screen.findByRole('link', { name: 'Billing' }),
    ).toHaveAttribute('href', '/mcp-servers/default/billing');
    expect(screen.getByText('Owner: Payments')).toBeInTheDocument();
    expect(screen.getByText('Internal')).toBeInTheDocument();
    expect(screen.getByText('Sample')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'void_invoice' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/contract?tool=void_invoice',
    );
    expect(screen.queryByRole('link', { name: 'e' })).toBeNull();
    expect(screen.getByText(/and 1 more tool/)).toBeInTheDocument();
  });

  it('survives a document of an older index', async () => {
    renderResult({ tools: 'none', trust: 7 }, '');
    expect(await screen.findByText('No description')).toBeInTheDocument();
    expect(screen.getByText('Owner: unknown')).toBeInTheDocument();
  });
});
