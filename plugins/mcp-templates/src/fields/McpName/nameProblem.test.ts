import fc from 'fast-check';
import {
  NEW_NAME_MAX_LENGTH,
  NEW_NAME_PATTERN,
} from '@mcp-portal/plugin-mcp-templates-common';
import { nameProblem, proposeName } from './nameProblem';

describe('nameProblem', () => {
  it.each([
    ['Billing Invoices', 'billing-invoices'],
    ['billing_invoices', 'billing-invoices'],
    ['BillingInvoices', 'billing-invoices'],
    ['42-billing', 'billing'],
    ['billing--invoices', 'billing-invoices'],
    ['Rückfragen', 'ruckfragen'],
    ['billing-', 'billing'],
  ])('proposes for %s what comes nearest', (name, proposal) => {
    expect(nameProblem(name)).toMatchObject({ proposal });
  });

  it('has nothing to propose where nothing is left', () => {
    expect(nameProblem('42')).toBeDefined();
    expect(nameProblem('42')?.proposal).toBeUndefined();
  });

  it('takes what may only be half typed for that', () => {
    expect(nameProblem('bi')?.unfinished).toBe(true);
    expect(nameProblem('billing-')?.unfinished).toBe(true);
    expect(nameProblem('Billing')?.unfinished).toBe(false);
  });

  it('allows exactly what the pattern and the lengths allow', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab0-A_ '), maxLength: 60 }),
        name => {
          const allowed =
            new RegExp(NEW_NAME_PATTERN).test(name) &&
            name.length >= 3 &&
            name.length <= NEW_NAME_MAX_LENGTH;
          expect(nameProblem(name) === undefined).toBe(allowed);
        },
      ),
    );
  });

  it('proposes only what it would allow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), text => {
        const proposal = proposeName(text);
        expect(proposal && nameProblem(proposal)).toBeFalsy();
      }),
    );
  });
});
