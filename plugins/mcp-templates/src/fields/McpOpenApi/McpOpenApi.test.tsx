import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenApiReading } from '@mcp-portal/plugin-mcp-templates-common';
import { anOperation, aReading } from '../../../dev/fields/openApi';
import { fill, renderField } from '../../../dev/fields/renderField';
import { mcpOpenApiField } from '.';

const URL_OF_IT = 'https://api.example.com/openapi.json';

const reading = aReading([
  anOperation('GET /invoices', { summary: 'Lists invoices' }),
  anOperation('POST /invoices'),
  anOperation('DELETE /invoices/{id}'),
  anOperation('GET /old', { deprecated: true }),
  anOperation('GET /file', {
    tool: undefined,
    problems: ['It answers with a file, which no tool can give.'],
  }),
]);

const schema = {
  type: 'object',
  title: 'OpenAPI document',
  additionalProperties: false,
  properties: {
    source: {
      type: 'object',
      maxProperties: 1,
      additionalProperties: false,
      properties: { url: { type: 'string' }, document: { type: 'string' } },
    },
    operations: { type: 'array', maxItems: 100, items: { type: 'string' } },
  },
};

function renderOpenApi(
  readOpenApi: () => Promise<OpenApiReading> = async () => reading,
  initial?: { openapi: { source: { url: string }; operations: string[] } },
) {
  const read = jest.fn(readOpenApi);
  const rendered = renderField({
    field: mcpOpenApiField,
    property: 'openapi',
    schema,
    initial,
    templates: { readOpenApi: read },
  });
  return { ...rendered, read };
}

const fromDocument = async () =>
  userEvent.click(
    await screen.findByRole('radio', { name: /from an OpenAPI document/ }),
  );
const readUrl = async () => {
  await fromDocument();
  await fill(
    screen.getByRole('textbox', { name: /URL of the document/ }),
    URL_OF_IT,
  );
  await userEvent.keyboard('{Enter}');
};
const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const create = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Create' }));

describe('McpOpenApi', () => {
  it('starts from one example tool when nothing is said', async () => {
    const { created } = renderOpenApi();
    expect(
      await screen.findByRole('radio', { name: /one example tool/ }),
    ).toBeChecked();
    await review();
    await create();
    expect(created.mock.calls[0][0].openapi ?? {}).not.toHaveProperty('source');
  });

  it('chooses all that is usable and not on its way out', async () => {
    const { created, read } = renderOpenApi();
    await readUrl();
    expect(read).toHaveBeenCalledWith({ url: URL_OF_IT }, expect.anything());
    expect(await screen.findByText('Invoices 2.1.0')).toBeVisible();
    expect(screen.getByText('3 of 5 chosen.')).toBeInTheDocument();
    expect(
      screen.getByRole('checkbox', { name: 'GET /old' }),
    ).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'GET /file' })).toBeDisabled();
    expect(screen.getByText(/answers with a file/)).toBeVisible();
    expect(screen.getByText('May destroy')).toBeVisible();

    await userEvent.click(
      screen.getByRole('checkbox', { name: 'DELETE /invoices/{id}' }),
    );
    await review();
    await create();
    expect(created).toHaveBeenCalledWith({
      openapi: {
        source: { url: URL_OF_IT },
        operations: ['GET /invoices', 'POST /invoices'],
      },
    });
  });

  it('puts in and out what a search found, and leaves the rest', async () => {
    renderOpenApi();
    await readUrl();
    await fill(
      await screen.findByRole('searchbox', { name: 'Search operations' }),
      'old',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'All found' }),
    );
    expect(screen.getByText('4 of 5 chosen.')).toBeInTheDocument();
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Only read-only' }),
    );
    expect(screen.getByText('2 of 5 chosen.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(screen.getByText('0 of 5 chosen.')).toBeInTheDocument();
    await review();
    expect(
      (await screen.findAllByText('Choose at least one operation.'))[0],
    ).toBeVisible();
  });

  it('does not go on while a document is wanted and none was read', async () => {
    renderOpenApi();
    await fromDocument();
    await review();
    expect(
      (await screen.findAllByText(/Read an OpenAPI document first/))[0],
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('says in its place why a document could not be read', async () => {
    renderOpenApi(async () => {
      throw new Error('The portal may not read api.example.com.');
    });
    await readUrl();
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(/may not read/)).toBeVisible();
  });

  it('reads a file in the browser', async () => {
    const { read, created } = renderOpenApi();
    await fromDocument();
    const document = JSON.stringify({ openapi: '3.1.0' });
    await userEvent.upload(
      screen.getByLabelText('Choose an OpenAPI document'),
      Object.assign(new File([document], 'api.json'), {
        text: async () => document,
      }),
    );
    expect(await screen.findByText('3 of 5 chosen.')).toBeInTheDocument();
    expect(read).toHaveBeenCalledWith({ document }, expect.anything());
    await review();
    await create();
    expect(created.mock.calls[0][0]).toMatchObject({
      openapi: { source: { document } },
    });
  });

  it('has its document and its choice again when one comes back', async () => {
    renderOpenApi(undefined, {
      openapi: { source: { url: URL_OF_IT }, operations: ['GET /old'] },
    });
    expect(await screen.findByText('1 of 5 chosen.')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'GET /old' })).toBeChecked();

    await userEvent.click(screen.getByRole('radio', { name: /one example/ }));
    expect(screen.queryByText('1 of 5 chosen.')).toBeNull();
    await fromDocument();
    expect(await screen.findByText('1 of 5 chosen.')).toBeInTheDocument();
  });

  it('shows a long document page by page, and chooses none of too many', async () => {
    renderOpenApi(async () =>
      aReading(
        Array.from({ length: 1000 }, (_, index) =>
          anOperation(`GET /${index}`),
        ),
      ),
    );
    await readUrl();
    expect(await screen.findByText('0 of 1000 chosen.')).toBeInTheDocument();
    expect(screen.getAllByRole('checkbox')).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(screen.getByText(/at most 100 tools/)).toBeInTheDocument();
  });
});
