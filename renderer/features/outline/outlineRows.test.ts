import { describe, expect, test } from 'vitest';
import { type WorkflowDocument, parseDocument, type StatePath } from '#shared/workflow/index';
import { outlineRows } from './outlineRows';

const definition = {
  StartAt: 'Second',
  States: {
    First: { Type: 'Pass', Comment: 'reads {% $orders %}', End: true },
    Second: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 12345, Next: 'B' }, B: { Type: 'Succeed' } } },
        {
          StartAt: 'Each',
          States: {
            Each: {
              Type: 'Map',
              ItemProcessor: {
                StartAt: 'Write',
                States: {
                  Write: {
                    Type: 'Task',
                    Resource: 'arn:aws:states:::dynamodb:putItem',
                    Parameters: { TableName: 'Orders', Item: { id: { 'S.$': '$.id' } } },
                    End: true,
                  },
                },
              },
              End: true,
            },
          },
        },
      ],
      Next: 'First',
    },
  },
};

function document(positions: Record<string, { x: number; y: number }> = {}): WorkflowDocument {
  const sidecar = JSON.stringify({ version: 1, positions });
  const parsed = parseDocument({ text: JSON.stringify(definition), format: 'json', sidecar });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

const none = new Set<StatePath>();
const shown = (of: WorkflowDocument, filter = '', folded = none) =>
  outlineRows(of, folded, filter).map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);

describe('the outline', () => {
  test('is the tree of states, with branches, in the order of the canvas', () => {
    expect(shown(document({ '/States/Second': { x: 0, y: 0 }, '/States/First': { x: 0, y: 500 } }))).toEqual([
      'Second',
      '  Branch 1',
      '    A',
      '    B',
      '  Branch 2',
      '    Each',
      '      Write',
      'First',
    ]);
  });

  test('folds what a state holds', () => {
    const folded = new Set<StatePath>(['/States/Second' as StatePath]);
    expect(shown(document(), '', folded)).toEqual(['First', 'Second']);
  });

  test('finds names, actions, values and expressions, with what is around them', () => {
    expect(shown(document(), 'writ')).toEqual(['Second', '  Branch 2', '    Each', '      Write']);
    expect(shown(document(), 'dynamo')).toEqual(['Second', '  Branch 2', '    Each', '      Write']);
    expect(shown(document(), '12345')).toEqual(['Second', '  Branch 1', '    A']);
    expect(shown(document(), '$orders')).toEqual(['First']);
    expect(shown(document(), 'nowhere')).toEqual([]);
  });

  test('says where a value was found', () => {
    const found = (filter: string) =>
      outlineRows(document(), none, filter).flatMap((row) => (row.kind === 'state' && row.found ? [row.found] : []));
    expect(found('$.id')).toEqual([{ place: 'Parameters.Item.id.S.$', text: '$.id' }]);
    expect(found('orders')).toEqual([
      { place: 'Comment', text: 'reads {% $orders %}' },
      { place: 'Parameters.TableName', text: 'Orders' },
    ]);
    expect(found('writ')).toEqual([]);
  });

  test('knows the list of a branch, so that it can be put elsewhere in it', () => {
    const [branch] = outlineRows(document(), none, '').filter((row) => row.kind === 'branch');
    expect(branch).toMatchObject({ list: ['States', 'Second', 'Branches'], index: 0, count: 2 });
  });
});
