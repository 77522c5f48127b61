import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { arrange } from './arrange';
import { measureGraph } from './measure';
import { projectGraph } from './project';
import { routeEdges, type Route } from './route';
import type { Graph, Point, Rect, ScopeGeometry, ScopeGraph } from './types';

function drawn(definition: JsonObject, positions = arrange(projectGraph(definition), {}, 'open')) {
  const graph: Graph = projectGraph(definition);
  const geometry = measureGraph(graph, positions);
  return graph.scopes.map((scope) => {
    const own = geometry.scopes.get(scope.scope);
    if (!own) throw new Error('every scope is measured');
    return { scope, geometry: own, routes: routeEdges(scope, own) };
  });
}

/** Tasks in a row that catch into one handler. */
function sharedHandler(count: number): JsonObject {
  const tasks = Array.from({ length: count }, (_, index): [string, JsonValue] => [
    `T${index}`,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Next: index === count - 1 ? 'Done' : `T${index + 1}`,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }],
    },
  ]);
  const last: [string, JsonValue][] = [
    ['Handle', { Type: 'Fail' }],
    ['Done', { Type: 'Succeed' }],
  ];
  return { StartAt: 'T0', States: Object.fromEntries([...tasks, ...last]) };
}

function crosses(a: Point, b: Point, rect: Rect): boolean {
  const apart =
    Math.max(a.x, b.x) <= rect.x ||
    Math.min(a.x, b.x) >= rect.x + rect.width ||
    Math.max(a.y, b.y) <= rect.y ||
    Math.min(a.y, b.y) >= rect.y + rect.height;
  return !apart;
}

/** Every card that a line runs through, other than the two it joins. */
function crossings(scope: ScopeGraph, geometry: ScopeGeometry, routes: readonly Route[]): string[] {
  const found: string[] = [];
  for (const route of routes) {
    const edge = scope.edges.find(({ id }) => id === route.id);
    for (const [path, rect] of geometry.cards) {
      if (path === edge?.from || path === edge?.to) continue;
      const hit = route.points.some((point, i) => {
        const next = route.points[i + 1];
        return next !== undefined && crosses(point, next, rect);
      });
      if (hit) found.push(`${route.id} runs through ${path}`);
    }
  }
  return found;
}

const size = 9;
const state: fc.Arbitrary<{ type: number; to: number[]; inner: number }> = fc.record({
  type: fc.nat(3),
  to: fc.array(fc.nat(size - 1), { minLength: 1, maxLength: 3 }),
  inner: fc.nat(3),
});

/** A machine of tasks with catchers, choices and Parallel states of several heights, wired anyhow: loops, jumps, long ways. */
function machine(states: readonly { type: number; to: readonly number[]; inner: number }[]): JsonObject {
  const name = (index: number) => `S${index % states.length}`;
  const entries = states.map(({ type, to, inner }, index): [string, JsonValue] => {
    const [first = 0, ...others] = to;
    const Catch = others.map((other) => ({ ErrorEquals: ['States.ALL'], Next: name(other) }));
    if (type === 0) return [name(index), { Type: 'Choice', Choices: to.map((each) => ({ Next: name(each) })) }];
    if (type === 1) return [name(index), { Type: 'Task', End: true, Catch }];
    if (type === 2) return [name(index), { Type: 'Task', Next: name(first), Catch }];
    const States = Object.fromEntries(
      Array.from({ length: inner }, (_, at): [string, JsonValue] => [
        `I${index}.${at}`,
        at === inner - 1 ? { Type: 'Pass', End: true } : { Type: 'Pass', Next: `I${index}.${at + 1}` },
      ]),
    );
    const branch = { StartAt: `I${index}.0`, States };
    return [name(index), { Type: 'Parallel', Branches: [branch, branch], Next: name(first), Catch }];
  });
  return { StartAt: 'S0', States: Object.fromEntries(entries) };
}

describe('lines', () => {
  it('cross no card but the two they join, however the states are wired', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: size }), (states) => {
        for (const { scope, geometry, routes } of drawn(machine(states))) {
          expect(crossings(scope, geometry, routes)).toEqual([]);
        }
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('of catchers that lead to one handler share one upright lane', () => {
    const definition = sharedHandler(12);
    // The handler stands below the tasks, so that no line can go straight down.
    const column = [...Array.from({ length: 12 }, (_, i) => `/States/T${i}`), '/States/Done', '/States/Handle'];
    const positions = Object.fromEntries(column.map((path, i) => [path, { x: 0, y: i * 136, pinned: true }] as const));
    const [root] = drawn(definition, positions);
    const catches = root?.routes.filter((route) => route.kind === 'catch') ?? [];
    const lanes = catches.map((route) => Math.max(...route.points.map((point) => point.x)));
    expect(catches).toHaveLength(12);
    expect(new Set(lanes)).toEqual(new Set([232 + 20]));
    expect(root && crossings(root.scope, root.geometry, root.routes)).toEqual([]);
  });

  it('cross no card in workflows of hundreds of states either', () => {
    const pick = fc.array(state, { minLength: 260, maxLength: 300 });
    const [root] = drawn(machine(fc.sample(pick, { seed: 20261125, numRuns: 1 })[0] ?? []));
    expect(root?.geometry.cards.size).toBeGreaterThanOrEqual(260);
    expect(root && crossings(root.scope, root.geometry, root.routes)).toEqual([]);
  });

  it.each([1e6, 1e17, 1e300])('end, also where positions are %d away', (away) => {
    const definition = sharedHandler(4);
    const far = { T0: away, T1: -away, T2: away, Handle: -away };
    const positions = Object.fromEntries(
      Object.entries(far).map(([name, x]) => [`/States/${name}`, { x, y: x, pinned: true }] as const),
    );
    // T3 and Done are new and have to be placed.
    const placed = arrange(projectGraph(definition), positions, 'edit');
    expect(drawn(definition, placed)[0]?.routes.filter((route) => route.kind === 'catch')).toHaveLength(4);
  });
});

describe('the work of routing', () => {
  /** Processor time of a call, the least of three. */
  function cost(run: () => void): number {
    const times = [0, 1, 2].map(() => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.min(...times);
  }

  it.each([
    ['tasks with one handler', sharedHandler],
    [
      'rules of one Choice',
      (count: number): JsonObject => ({
        StartAt: 'Pick',
        States: Object.fromEntries<JsonValue>([
          ['Pick', { Type: 'Choice', Choices: Array.from({ length: count }, (_, i) => ({ Next: `T${i}` })) }],
          ...Array.from({ length: count }, (_, i): [string, JsonValue] => [`T${i}`, { Type: 'Pass', End: true }]),
        ]),
      }),
    ],
  ])('grows with the number of %s, not with its square', (_what, definition) => {
    const measure = (count: number) => {
      const graph = projectGraph(definition(count));
      const positions = arrange(graph, {}, 'open');
      return cost(() => {
        // Another geometry each time: routes of the same one are remembered.
        const geometry = measureGraph(graph, positions);
        for (const scope of graph.scopes) {
          const own = geometry.scopes.get(scope.scope);
          if (own) routeEdges(scope, own);
        }
      });
    };
    measure(1000);
    // 8 times as many: 64 times the work when it grows with the square.
    expect(measure(8000) / measure(1000)).toBeLessThan(28);
  });
});
