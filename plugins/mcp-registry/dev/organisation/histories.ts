import type { Contract } from '@mcp-portal/mcp-contract';
import type { ServerVersionDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { fakeHistory, minutesAgo } from '../registry';
import { billingContract, filesystemContract, hugeContract } from './contracts';

type Draft = {
  -readonly [field in keyof Contract]: Contract[field];
};

/** A contract with something else in it; what came before stays as it was. */
function edited(contract: Contract, edit: (draft: Draft) => void): Contract {
  const draft = JSON.parse(JSON.stringify(contract)) as Draft;
  edit(draft);
  return draft;
}

function toolOf(draft: Draft, name: string) {
  return draft.tools.find(tool => tool.name === name)!;
}

/** A schema, as far as these histories change one. */
interface Schema {
  type?: string;
  description?: string;
  enum?: string[];
  pattern?: string;
  maxLength?: number;
  required?: string[];
}

function propertiesOf(draft: Draft, name: string): Record<string, Schema> {
  return toolOf(draft, name).inputSchema.properties as Record<string, Schema>;
}

const daysFrom = (now: Date, days: number) =>
  minutesAgo(-days * 24 * 60, now).slice(0, 10);

/** Three majors, told backwards from what is live. */
export function billingHistory(now: Date): ServerVersionDetail[] {
  const v240 = edited(billingContract, draft => {
    toolOf(draft, 'create_invoice').title = 'New invoice';
  });
  const v230 = edited(v240, draft => {
    draft.tools = draft.tools.filter(
      ({ name }) => name !== 'get_dunning_status',
    );
  });
  const v220 = edited(v230, draft => {
    toolOf(draft, 'list_invoices').description =
      'Lists the invoices of a customer.';
    draft.instructions = 'Amounts are integers.';
  });
  const v210 = edited(v220, draft => {
    propertiesOf(draft, 'create_invoice').currency.enum?.push('CHF');
  });
  const v200 = edited(v210, draft => {
    delete propertiesOf(draft, 'create_invoice').dueInDays;
  });
  const v120 = edited(v200, draft => {
    toolOf(draft, 'void_invoice').inputSchema.required = ['id'];
    propertiesOf(draft, 'void_invoice').reason = { type: 'string' };
    toolOf(draft, 'create_invoice').inputSchema.additionalProperties = true;
    propertiesOf(draft, 'create_invoice').customer = {
      type: 'string',
      description: 'The customer to bill.',
    };
    propertiesOf(draft, 'create_invoice').memo.maxLength = 2000;
    (toolOf(draft, 'create_invoice').outputSchema as Schema).required = [
      'id',
      'status',
      'url',
    ];
    draft.tools.push({
      name: 'send_invoice',
      description: 'Sends an open invoice to its customer by e-mail.',
      inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
    });
  });
  const v110 = edited(v120, draft => {
    draft.tools = draft.tools.filter(({ name }) => name !== 'refund_payment');
  });
  const v100 = edited(v110, draft => {
    draft.tools = draft.tools.filter(({ name }) => name === 'create_invoice');
  });
  return fakeHistory(
    [
      {
        version: '1.0.0',
        contract: v100,
        daysAgo: 410,
        deletion: {
          by: 'user:default/amara.okafor',
          at: minutesAgo(60 * 24 * 90, now),
          reason: 'It kept card numbers in its log.',
        },
      },
      { version: '1.1.0', contract: v110, daysAgo: 301 },
      {
        version: '1.2.0',
        contract: v120,
        daysAgo: 247,
        deprecation: {
          by: 'user:default/amara.okafor',
          at: minutesAgo(60 * 24 * 20, now),
          reason: 'The accounting core that it writes to is switched off.',
          replacement: '2.4.1',
          sunsetOn: daysFrom(now, 24),
        },
      },
      {
        version: '2.0.0',
        contract: v200,
        daysAgo: 133,
        changelog:
          '### What you have to do\n\n- Give a `reason` of at least ten characters when you void an invoice.\n- Name customers by their `cus_…` id.\n- `send_invoice` is gone: invoices are sent when they are opened.',
      },
      { version: '2.1.0', contract: v210, daysAgo: 96 },
      {
        version: '2.2.0',
        contract: v220,
        daysAgo: 61,
        by: 'user:default/jonas.weber',
        override: {
          by: 'user:default/priya.nair',
          at: minutesAgo(60 * 24 * 61, now),
          reason:
            'Nobody has billed in Swiss francs since the subsidiary was sold, and the bank closes the account on Friday.',
        },
      },
      {
        version: '2.3.0',
        contract: v230,
        daysAgo: 30,
        by: 'billing-pipeline',
      },
      {
        version: '2.4.0',
        contract: v240,
        daysAgo: 5,
        by: 'billing-pipeline',
        changelog: 'Adds `get_dunning_status`.',
      },
      {
        version: '2.4.1',
        contract: billingContract,
        daysAgo: 1,
        by: 'billing-pipeline',
      },
    ],
    now,
  );
}

/** What is live since is more, and less: it drifts. */
export function filesystemHistory(now: Date): ServerVersionDetail[] {
  const published = edited(filesystemContract, draft => {
    draft.tools = draft.tools.filter(
      ({ name }) => name !== 'list_directory_with_sizes',
    );
    propertiesOf(draft, 'search_files').pattern = { type: 'string' };
    toolOf(draft, 'write_file').inputSchema.required = [];
    draft.tools.push({
      name: 'read_file',
      description: 'read file within the allowed folders.',
      inputSchema: {
        type: 'object',
        required: ['path'],
        properties: { path: { type: 'string', description: 'Absolute path.' } },
      },
    });
  });
  return fakeHistory(
    [
      {
        version: '2026.8.31',
        contract: published,
        daysAgo: 74,
        by: 'registry-import',
      },
    ],
    now,
  );
}

/** Below 1.0.0, and with a pattern of which nobody can say whether it narrows. */
export function featureStoreHistory(
  contract: Contract,
  now: Date,
): ServerVersionDetail[] {
  const before = edited(contract, draft => {
    propertiesOf(draft, 'create_entities').name = {
      type: 'string',
      pattern: '^[a-z]+(?:_[a-z0-9]+)*$',
    };
  });
  const older = edited(before, draft => {
    draft.tools = draft.tools.slice(1);
  });
  return fakeHistory(
    [
      {
        version: '0.7.4',
        contract: older,
        daysAgo: 200,
        deprecation: {
          by: 'user:default/jonas.weber',
          at: minutesAgo(60 * 24 * 60, now),
          reason: 'Its lineage is wrong for features made before March.',
          sunsetOn: daysFrom(now, -9),
        },
      },
      { version: '0.8.2', contract: before, daysAgo: 3 },
    ],
    now,
  );
}

/** Sixty versions, one of them with four hundred changes. */
export function warehouseHistory(now: Date): ServerVersionDetail[] {
  const whole = hugeContract(400);
  return fakeHistory(
    Array.from({ length: 60 }, (_, index) => {
      const last = index === 59;
      return {
        version: last ? '14.0.0' : `13.${index}.0`,
        contract: edited(whole, draft => {
          if (!last) {
            draft.tools = draft.tools.slice(0, 5 + index);
            for (const tool of draft.tools) {
              tool.inputSchema.required = ['from'];
            }
          }
        }),
        daysAgo: last ? 2 : 620 - index * 10,
        by: 'regulatory-reporting-warehouse-release-pipeline',
      };
    }),
    now,
  );
}
