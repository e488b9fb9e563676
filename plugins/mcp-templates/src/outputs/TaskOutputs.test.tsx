import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCreated } from '../../dev/start';
import { renderTemplatesPage } from '../../dev/testing';
import { TaskOutputs } from './TaskOutputs';

const renderOutputs = (output?: { [key: string]: unknown }) =>
  renderTemplatesPage(<TaskOutputs output={output} />);

const part = (name: string) => screen.findByRole('region', { name });

describe('TaskOutputs', () => {
  it('says what exists, each with its page', async () => {
    renderOutputs({ created: fakeCreated() });
    const exists = await part('What exists now');
    const address = (name: string) =>
      within(exists).getByRole('link', { name }).getAttribute('href');
    expect(address('Late invoices')).toBe('/mcp-servers/default/late-invoices');
    expect(address('api:default/late-invoices')).toBe(
      '/catalog/default/api/late-invoices',
    );
    expect(address('payments/late-invoices')).toBe(
      '/mcp-repositories/payments/late-invoices',
    );
    expect(address('3 tools')).toBe(
      '/mcp-servers/default/late-invoices/contract',
    );
    expect(exists).toHaveTextContent('100 of 100');
    expect(exists).toHaveTextContent(
      'git clone /srv/portal/repositories/payments/late-invoices.git late-invoices',
    );
  });

  it('says how to run a server, and where it answers', async () => {
    renderOutputs({ created: fakeCreated() });
    const run = await part('Run it');
    expect(run).toHaveTextContent('npm start');
    expect(run).toHaveTextContent('It answers at http://localhost:4107/mcp');
  });

  it('has the text for each client, as the page of the server has it', async () => {
    renderOutputs({ created: fakeCreated() });
    const connect = await part('Connect a client');
    expect(connect).toHaveTextContent('.mcp.json');
    await userEvent.click(within(connect).getByRole('tab', { name: 'Codex' }));
    expect(connect).toHaveTextContent(
      '[mcp_servers.late-invoices] url = "http://localhost:4107/mcp"',
    );
  });

  it('leads on: key, first version, dependents', async () => {
    renderOutputs({ created: fakeCreated() });
    const next = await part('Do next');
    expect(
      within(next)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/catalog/default/group/payments/mcp-cost',
      '/mcp-servers/default/late-invoices/versions',
      '/mcp-servers/default/late-invoices/dependents',
    ]);
  });

  it('gives no commands for a server that runs already', async () => {
    renderOutputs({
      created: fakeCreated({ language: undefined, contract: undefined }),
    });
    expect(await part('Connect a client')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Run it' })).toBeNull();
    expect(screen.queryByText('Conventions kept')).toBeNull();
    const next = await part('Do next');
    expect(
      within(next).getByRole('link', { name: 'Its page' }),
    ).toHaveAttribute('href', '/mcp-servers/default/late-invoices');
    expect(next).toHaveTextContent('the pipeline of its own code');
  });

  it('says what the template has to say, and nothing where it has nothing', async () => {
    renderOutputs({
      created: fakeCreated(),
      text: [
        {
          title: 'It has not told what it offers',
          content: 'It wants a token.',
        },
        { title: 'Left empty' },
      ],
    });
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('It has not told what it offers');
    expect(note).toHaveTextContent('It wants a token.');
    expect(screen.queryByText('Left empty')).toBeNull();
  });

  it('has words of its own for an agent', async () => {
    renderOutputs({
      created: fakeCreated({
        kind: 'agent',
        entityRef: 'component:default/dunning-clerk',
        title: 'Dunning clerk',
        url: undefined,
        contract: undefined,
      }),
    });
    const exists = await part('What exists now');
    expect(
      within(exists).getByRole('link', { name: 'Dunning clerk' }),
    ).toHaveAttribute('href', '/catalog/default/component/dunning-clerk');
    expect(await part('Do next')).toHaveTextContent('spec.mcpServers');
    expect(
      screen.queryByRole('region', { name: 'Connect a client' }),
    ).toBeNull();
  });

  it.each([
    undefined,
    {},
    { created: 'yes' },
    { created: { entityRef: 'api:default/a' } },
  ])('leaves %j to upstream', async output => {
    renderOutputs({
      ...output,
      links: [{ title: 'Their link', url: 'https://example.com' }],
    });
    expect(await screen.findByText('Their link')).toBeInTheDocument();
    expect(screen.queryByText('What exists now')).toBeNull();
  });
});
