import { render, screen, within } from '@testing-library/react';
import type { JsonSchema } from '@mcp-portal/mcp-contract';
import { SchemaTable } from './SchemaTable';

function rows(schema: JsonSchema): string[][] {
  render(<SchemaTable schema={schema} label="Input" empty="Nothing." />);
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent ?? ''),
    );
}

describe('SchemaTable', () => {
  it('shows name, type, need, meaning, bounds, values and default', () => {
    expect(
      rows({
        type: 'object',
        required: ['customer'],
        properties: {
          customer: { type: 'string', description: 'Whom to bill.' },
          currency: { enum: ['EUR', 'USD'], default: 'EUR' },
          days: { type: 'integer', minimum: 1, deprecated: true },
        },
      }),
    ).toEqual([
      ['customerrequired', 'string', 'Whom to bill.'],
      ['currency', 'string', 'one of "EUR", "USD"default "EUR"'],
      ['days', 'integer', 'deprecated · ≥ 1'],
    ]);
  });

  it('follows references and says where they go round', () => {
    const shown = rows({
      type: 'object',
      properties: { tree: { $ref: '#/$defs/node' } },
      $defs: {
        node: {
          type: 'object',
          properties: {
            label: { type: 'string' },
            child: { $ref: '#/$defs/node' },
          },
        },
      },
    });
    expect(shown.map(([name]) => name)).toEqual(['tree', 'label', 'child']);
    expect(shown[2][2]).toBe('Repeats what is above (#/$defs/node).');
  });

  it('says which reference leads nowhere', () => {
    const [[, , notes]] = rows({
      type: 'object',
      properties: { a: { $ref: 'https://example.com/other.json' } },
    });
    expect(notes).toBe(
      'Refers to https://example.com/other.json, which the schema does not hold.',
    );
  });

  it('says in words that there is nothing to give', () => {
    render(
      <SchemaTable
        schema={{ type: 'object', properties: {} }}
        label="Input"
        empty="It takes no arguments."
      />,
    );
    expect(screen.getByText('It takes no arguments.')).toBeInTheDocument();
  });
});
