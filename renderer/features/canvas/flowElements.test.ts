import { describe, expect, test } from 'vitest';
import { type Picture, arrange, boxesOf, pictureOf, projectGraph } from '#shared/graph/index';
import { type StatePath, rootScope, statePath } from '#shared/workflow/index';
import { flowElements } from './flowElements';

const view = { collapsed: new Set<StatePath>(), focus: rootScope };
const nothing = { states: [], edge: null };
const at = (name: string) => statePath(rootScope, name);

/** A chain of tasks of which each has the same handler at the end. */
function chainWithHandler(count: number): Picture {
  const states = Array.from({ length: count }, (_, index) => [
    `S${index}`,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handler' }],
      ...(index < count - 1 ? { Next: `S${index + 1}` } : { End: true }),
    },
  ]);
  return picture({ StartAt: 'S0', States: { ...Object.fromEntries(states), Handler: { Type: 'Fail' } } });
}

function picture(definition: object): Picture {
  const json = JSON.parse(JSON.stringify(definition)) as Parameters<typeof projectGraph>[0];
  const positions = arrange(projectGraph(json), {}, 'open');
  return pictureOf({ definition: json, positions }, view);
}

describe('what React Flow is given', () => {
  const long = chainWithHandler(500);
  const middle = boxesOf(long).nodes.get(at('S250')) ?? { x: 0, y: 0, width: 0, height: 0 };
  const screen = { x: middle.x - 1000, y: middle.y - 1000, width: 2000, height: 2000 };
  const part = () => flowElements({ picture: long, collapsed: view.collapsed, selection: nothing, view: screen });

  test('is all of a small picture', () => {
    const small = chainWithHandler(3);
    const { nodes, edges } = flowElements({
      picture: small,
      collapsed: view.collapsed,
      selection: nothing,
      view: null,
    });
    expect(nodes.map(({ id }) => id)).toEqual([at('S0'), at('S1'), at('S2'), at('Handler'), 'start:', 'end:']);
    // Start, two Next, three catchers, and the line of the last one to End.
    expect(edges).toHaveLength(7);
  });

  test('is the part in view of a large one, with the ends of its lines', () => {
    const { nodes } = part();
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids).toContain(at('S250'));
    expect(ids).not.toContain(at('S100'));
    // Lines of the view lead to it.
    expect(ids).toContain(at('Handler'));
    expect(nodes.length).toBeLessThan(40);
  });

  test('has one line for all that pass through on the same way, which knows the others', () => {
    const { edges } = part();
    const catches = edges.filter(({ data }) => data?.kind === 'catch');
    const passing = catches.filter(({ data }) => (data?.sharing.length ?? 0) > 0);
    expect(catches.length).toBeLessThan(40);
    expect(passing).toHaveLength(1);
    const inView = catches.length - 1;
    expect(passing[0]?.data?.sharing.length).toBeGreaterThan(200);
    expect(passing[0]?.data?.sharing.length).toBeLessThan(500 - inView);
  });

  test('has few lines for a crowd that leaves one state', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `T${index}`);
    const star = picture({
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: names.map((Next) => ({ Variable: '$.x', IsPresent: true, Next })) },
        ...Object.fromEntries(names.map((name) => [name, { Type: 'Pass', End: true }])),
      },
    });
    const box = boxesOf(star).nodes.get(at('C')) ?? { x: 0, y: 0, width: 0, height: 0 };
    const around = { x: box.x - 500, y: box.y - 500, width: 1200, height: 1000 };
    const shown = { picture: star, collapsed: view.collapsed, selection: nothing, view: around };
    const { edges } = flowElements(shown);
    expect(edges.length).toBeLessThan(250);
    const drawn = edges.reduce((sum, { data }) => sum + 1 + (data?.sharing.length ?? 0), 0);
    expect(drawn).toBeGreaterThan(1500);
  });

  test('cuts lines to the view; a line that does not arrive in it has no head', () => {
    const { edges } = part();
    for (const { data, markerEnd } of edges) {
      for (const { x, y } of data?.lines.flat() ?? []) {
        expect(x).toBeGreaterThanOrEqual(screen.x);
        expect(x).toBeLessThanOrEqual(screen.x + screen.width);
        expect(y).toBeGreaterThanOrEqual(screen.y);
        expect(y).toBeLessThanOrEqual(screen.y + screen.height);
      }
      if (data?.kind === 'catch') expect(markerEnd).toBeUndefined();
    }
    expect(edges.find(({ target }) => target === at('S250'))?.markerEnd).toBeDefined();
  });

  test('keeps what is selected, wherever it stands, and gives the same objects again', () => {
    const shown = { picture: long, collapsed: view.collapsed, selection: { states: [at('S3')], edge: null } };
    const first = flowElements({ ...shown, view: screen });
    expect(first.nodes.find(({ id }) => id === at('S3'))?.selected).toBe(true);
    const again = flowElements({ ...shown, view: { ...screen } }, first);
    expect(again.nodes).toBe(first.nodes);
    expect(again.edges).toBe(first.edges);
  });

  test('has the containers around what is in view', () => {
    const inner = Array.from({ length: 200 }, (_, index) => [
      `I${index}`,
      { Type: 'Pass', ...(index < 199 ? { Next: `I${index + 1}` } : { End: true }) },
    ]);
    const nested = picture({
      StartAt: 'Each',
      States: {
        Each: { Type: 'Map', ItemProcessor: { StartAt: 'I0', States: Object.fromEntries(inner) }, End: true },
      },
    });
    const { nodes: boxes } = boxesOf(nested);
    const [id] = [...boxes.keys()].filter((path) => path.endsWith('/I150'));
    const box = boxes.get(id ?? '') ?? { x: 0, y: 0, width: 0, height: 0 };
    const { nodes } = flowElements({ picture: nested, collapsed: view.collapsed, selection: nothing, view: box });
    expect(nodes[0]?.id).toBe(at('Each'));
    expect(nodes.map((node) => node.id)).toContain(id);
    expect(nodes.length).toBeLessThan(10);
  });
});
