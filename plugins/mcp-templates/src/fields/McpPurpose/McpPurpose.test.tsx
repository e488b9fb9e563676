import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';
import { fill, renderField } from '../../../dev/fields/renderField';
import { billing, ledger } from '../../../dev/fields/servers';
import { mcpPurposeField } from '.';

const PURPOSE = 'Find the open invoices of a customer';
const REASON = 'Billing knows nothing of partners';

function renderPurpose(
  similar: SimilarServer[] | Error,
  uiOptions: Record<string, string> = {},
  initial?: { purpose: { text: string; whyNew?: string } },
) {
  const findSimilar = jest.fn(
    async (_query: unknown, _options?: { signal?: AbortSignal }) => {
      if (similar instanceof Error) {
        throw similar;
      }
      return similar;
    },
  );
  const rendered = renderField({
    field: mcpPurposeField,
    property: 'purpose',
    required: true,
    initial,
    schema: {
      type: 'object',
      required: ['text'],
      additionalProperties: false,
      properties: {
        text: { type: 'string', title: 'Purpose' },
        whyNew: { type: 'string', title: 'Why none of these fits' },
        closest: {
          type: 'array',
          title: 'Servers that come close',
          items: { type: 'string' },
        },
      },
      'ui:options': uiOptions,
    },
    registry: { findSimilar },
  });
  return { ...rendered, findSimilar };
}

const purpose = () => screen.findByRole('textbox', { name: /able to do with/ });
const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const create = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Create' }));

describe('McpPurpose', () => {
  it('shows what comes close, and asks why it does not fit', async () => {
    const { findSimilar, created } = renderPurpose([billing, ledger]);
    await fill(await purpose(), PURPOSE);
    const list = await screen.findByRole('region', { name: 'Already there' });
    expect(await within(list).findByText('Very close')).toBeInTheDocument();
    expect(findSimilar).toHaveBeenCalledTimes(1);
    expect(findSimilar.mock.calls[0][0]).toMatchObject({ text: PURPOSE });

    expect(
      within(list).getByRole('link', { name: /^Billing/ }),
    ).toHaveAttribute('href', '/mcp-servers/default/billing');
    expect(
      within(list).getByRole('link', { name: /^find_invoices/ }),
    ).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/contract?tool=find_invoices',
    );
    expect(within(list).getAllByText('Owner: Payments')).toHaveLength(2);
    expect(list.querySelector('mark')).toHaveTextContent('invoices');
    expect(
      within(list).getByText('2 servers come close, 1 of them very close.'),
    ).toBeInTheDocument();

    await review();
    expect(
      (await screen.findAllByText(/why none of these fits/))[0],
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();

    await fill(
      screen.getByRole('textbox', { name: /Why does none of these fit/ }),
      REASON,
    );
    await review();
    await create();
    expect(created).toHaveBeenCalledWith({
      purpose: {
        text: PURPOSE,
        whyNew: REASON,
        closest: ['api:default/billing', 'api:default/ledger'],
      },
    });
  });

  it('asks for no reason where nothing comes very close', async () => {
    const { created } = renderPurpose([ledger]);
    await fill(await purpose(), PURPOSE);
    expect(await screen.findByText('Comes close')).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: /Why does none/ })).toBeNull();
    await review();
    await create();
    expect(created).toHaveBeenCalledWith({
      purpose: { text: PURPOSE, closest: ['api:default/ledger'] },
    });
  });

  it('says that nothing does this yet', async () => {
    renderPurpose([]);
    await fill(await purpose(), PURPOSE);
    expect(
      (await screen.findAllByText('Nothing here does this yet.'))[0],
    ).toBeVisible();
  });

  it('lets one go on when nobody can look, and says so', async () => {
    const { created } = renderPurpose(new Error('The registry is away'));
    await fill(await purpose(), PURPOSE);
    expect(
      await screen.findByText(
        'Could not look: The registry is away You can go on.',
      ),
    ).toBeVisible();
    await review();
    await create();
    // The form itself fills a list that is left out with an empty one.
    expect(created).toHaveBeenCalledWith({
      purpose: { text: PURPOSE, closest: [] },
    });
  });

  it('asks for more when a purpose is too short to say anything', async () => {
    renderPurpose([]);
    await fill(await purpose(), 'Invoices');
    expect(screen.getByText('8 / 300')).toBeInTheDocument();
    await review();
    expect(
      (await screen.findAllByText(/in 20 characters or more/))[0],
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    expect(await purpose()).toBeInvalid();
  });

  it('ends the question of a purpose that is no longer there', async () => {
    const { findSimilar } = renderPurpose([]);
    findSimilar.mockImplementation(() => new Promise(() => {}));
    await fill(await purpose(), PURPOSE);
    await waitFor(() => expect(findSimilar).toHaveBeenCalledTimes(1));
    await fill(await purpose(), `${PURPOSE} and more`);
    await waitFor(() => expect(findSimilar).toHaveBeenCalledTimes(2));
    expect(findSimilar.mock.calls[0][1]?.signal?.aborted).toBe(true);
    expect(findSimilar.mock.calls[1][1]?.signal?.aborted).toBe(false);
  });

  it('lets the reason go when nothing comes very close any more', async () => {
    const { created } = renderPurpose(
      [ledger],
      {},
      {
        purpose: { text: PURPOSE, whyNew: REASON },
      },
    );
    expect(await screen.findByText('Comes close')).toBeInTheDocument();
    await review();
    await create();
    expect(created.mock.calls[0][0]).toEqual({
      purpose: { text: PURPOSE, closest: ['api:default/ledger'] },
    });
  });

  it('shows an agent the servers that it could use, and asks for no reason', async () => {
    const { created } = renderPurpose([billing], { kind: 'agent' });
    await fill(
      await screen.findByRole('textbox', { name: /What should the agent do/ }),
      PURPOSE,
    );
    expect(
      await screen.findByRole('region', { name: 'Servers that it could use' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Very close')).toBeInTheDocument();
    await review();
    await create();
    expect(created).toHaveBeenCalled();
  });
});
