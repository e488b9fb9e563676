import filesystem from '../__fixtures__/server-filesystem.json';
import { createSnapshot } from '../snapshot';
import { compareContracts } from './compareContracts';
import { suggestRenames } from './suggestRenames';

const toolsOf = (...tools: object[]) =>
  createSnapshot({
    tools: tools.map(tool => ({ inputSchema: { type: 'object' }, ...tool })),
  }).contract.tools;

const issue = {
  description: 'Lists the open issues of a repository, newest first',
  inputSchema: {
    type: 'object',
    properties: { repository: { type: 'string' }, limit: { type: 'integer' } },
  },
};

const renamesOf = (removed: object[], added: object[]) =>
  Object.fromEntries(suggestRenames(toolsOf(...removed), toolsOf(...added)));

describe('suggestRenames', () => {
  it('finds a tool again under quite another name', () => {
    expect(
      renamesOf([{ name: 'find', ...issue }], [{ name: 'search', ...issue }]),
    ).toEqual({ find: 'search' });
  });

  it('finds a tool again that changed with its name', () => {
    const after = {
      description: 'Lists the open issues of one repository',
      inputSchema: {
        type: 'object',
        properties: {
          repository: { type: 'string' },
          limit: { type: 'integer' },
          label: { type: 'string' },
        },
      },
    };
    expect(
      renamesOf(
        [{ name: 'list_issues', ...issue }],
        [{ name: 'list_open_issues', ...after }],
      ),
    ).toEqual({ list_issues: 'list_open_issues' });
  });

  it('takes another spelling of a name for enough', () => {
    expect(
      renamesOf(
        [{ name: 'getUserById', description: 'Old words' }],
        [{ name: 'get-user-by-id', description: 'All new' }],
      ),
    ).toEqual({ getUserById: 'get-user-by-id' });
  });

  it('suggests nothing for tools that are not alike', () => {
    expect(
      renamesOf(
        [{ name: 'list_issues', ...issue }],
        [
          {
            name: 'delete_account',
            description: 'Deletes an account for good',
            inputSchema: {
              type: 'object',
              properties: { account: { type: 'string' } },
            },
          },
          { name: 'ping' },
        ],
      ),
    ).toEqual({});
  });

  it('takes two tools of which nothing but the name is known for different', () => {
    expect(renamesOf([{ name: 'start' }], [{ name: 'stop' }])).toEqual({});
  });

  it('names no added tool twice, and matches the most alike first', () => {
    const removed = [
      { name: 'issues', ...issue },
      { name: 'issue_list', ...issue },
    ];
    const added = [{ name: 'issues_list', ...issue }];
    const expected = { issue_list: 'issues_list' };
    expect(renamesOf(removed, added)).toEqual(expected);
    expect(renamesOf([...removed].reverse(), added)).toEqual(expected);
  });

  it('shows in the change of the removed tool', () => {
    const { contract } = createSnapshot(filesystem);
    const after = createSnapshot({
      tools: filesystem.tools.map(tool =>
        tool.name === 'move_file' ? { ...tool, name: 'rename_path' } : tool,
      ),
      capabilities: filesystem.capabilities,
    }).contract;
    const [removed, ...rest] = compareContracts(contract, after).changes;
    expect(removed).toMatchObject({
      rule: 'tool-removed',
      renamedTo: 'rename_path',
      message:
        'The tool "move_file" was removed. It may have become "rename_path".',
    });
    expect(rest.map(({ rule }) => rule)).toEqual(['tool-added']);
  });

  it('stays quick when a thousand tools are renamed', () => {
    const many = (prefix: string) =>
      toolsOf(
        ...Array.from({ length: 1_000 }, (_, index) => ({
          ...filesystem.tools[index % filesystem.tools.length],
          name: `${prefix}_tool_${index}`,
        })),
      );
    const [removed, added] = [many('old'), many('new')];
    const started = performance.now();
    const renames = suggestRenames(removed, added);
    const tookMs = performance.now() - started;
    expect(renames.get('old_tool_77')).toBe('new_tool_77');
    // About 60 ms alone; wide enough for a machine that is busy with others.
    expect(tookMs).toBeLessThan(1_000);
  });
});
