import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  billingContract,
  hugeContract,
} from '../../../dev/organisation/contracts';
import { FakeRegistry, fakeServer } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ContractView } from './ContractView';

const REF = 'api:default/billing';

const renderView = (registry: FakeRegistry, address = '/') =>
  renderRegistryPage(<ContractView serverRef={REF} />, { registry, address });

const withBilling = () =>
  new FakeRegistry({
    servers: [
      fakeServer({
        name: 'billing',
        contract: billingContract,
        credential: 'billing-read-only',
        health: { level: 'attention', stale: true },
      }),
    ],
  });

describe('ContractView', () => {
  it('says when, with which credential and over which protocol it was seen', async () => {
    renderView(withBilling());
    expect(
      await screen.findByText(
        /with credential billing-read-only, protocol 2026-07-28/,
      ),
    ).toHaveTextContent(/^Last seen/);
  });

  it('shows the tool that the address names, and its example call', async () => {
    renderView(withBilling(), '/?tool=void_invoice');
    const tool = await screen.findByRole('article', {
      name: 'Tool void_invoice',
    });
    expect(tool).toHaveTextContent('May destroy');
    expect(tool).toHaveTextContent('Nobody has verified it');
    expect(
      within(tool).getByLabelText('Example call of void_invoice'),
    ).toHaveTextContent('"name": "void_invoice"');
    // The raw JSON is long, so it waits until it is asked for.
    expect(within(tool).queryByLabelText(/Raw JSON/)).toBeNull();
    await userEvent.click(
      within(tool).getByRole('button', { name: 'Show raw JSON' }),
    );
    expect(
      within(tool).getByLabelText('Raw JSON of void_invoice'),
    ).toHaveTextContent('"minLength": 10');
  });

  it('moves through the tools with the arrow keys', async () => {
    renderView(withBilling());
    const first = await screen.findByRole('option', { name: 'create_invoice' });
    await userEvent.click(first);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(shownAddress()).toBe('/?tool=refund_payment');
    expect(screen.getByRole('option', { selected: true })).toHaveFocus();
  });

  it('says that a tool of an old link is gone', async () => {
    renderView(withBilling(), '/?tool=send_invoice');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server offers no tool send_invoice now.',
    );
  });

  it('draws 400 tools in steps, finds among all, and reaches the last by link', async () => {
    const registry = new FakeRegistry({
      servers: [fakeServer({ name: 'billing', contract: hugeContract(400) })],
    });
    renderView(registry);
    expect(await screen.findByText('400 tools')).toBeInTheDocument();
    expect(screen.getAllByRole('option')).toHaveLength(100);
    await userEvent.type(
      screen.getByRole('searchbox', { name: /Find a tool/ }),
      'query_399',
    );
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByText('1 of 400 tools')).toBeInTheDocument();
    expect(
      screen.getByRole('article', { name: 'Tool warehouse_query_399' }),
    ).toBeInTheDocument();
  });

  it('shows prompts, resources, templates and instructions, each in the address', async () => {
    renderView(withBilling());
    const show = async (name: RegExp) =>
      userEvent.click(await screen.findByRole('button', { name }));
    await show(/^Prompts/);
    expect(shownAddress()).toBe('/?show=prompts');
    expect(
      screen.getByRole('article', { name: 'Prompt explain-invoice' }),
    ).toHaveTextContent('invoice (required): The id.');
    await show(/^Resources \(/);
    expect(screen.getByText('billing://price-list')).toBeInTheDocument();
    await show(/^Resource templates/);
    expect(
      screen.getByText('billing://customers/{customer}/invoices/{invoice}'),
    ).toBeInTheDocument();
    await show(/^Instructions/);
    expect(screen.getByText(/Amounts are integers/)).toBeInTheDocument();
    expect(screen.getByLabelText('Capabilities')).toHaveTextContent(
      '"subscribe": true',
    );
  });

  it('says that nobody knows the contract of a server that never answered', async () => {
    renderView(
      new FakeRegistry({ servers: [fakeServer({ name: 'billing' })] }),
    );
    expect(await screen.findByText('No contract yet')).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const registry = withBilling();
    registry.failing.set('getContract', new Error('The database is away'));
    renderView(registry);
    expect(
      await screen.findByText('The contract could not be loaded'),
    ).toBeInTheDocument();
    registry.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('article', { name: 'Tool create_invoice' }),
    ).toBeInTheDocument();
  });
});
