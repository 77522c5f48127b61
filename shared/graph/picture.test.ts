import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonPath, JsonValue } from '../base/json';
import { withValueAt } from '../base/json';
import { rootScope, type ScopePath, type StatePath } from '../workflow/paths';
import { arrange } from './arrange';
import { pictureOf, type Picture } from './picture';
import { projectGraph } from './project';

const machine: JsonObject = {
  StartAt: 'A',
  States: {
    A: { Type: 'Task', Next: 'Both', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }] },
    Both: {
      Type: 'Parallel',
      Next: 'C',
      Branches: ['X', 'Y'].map((name) => ({
        StartAt: `${name}1`,
        States: { [`${name}1`]: { Type: 'Pass', Next: `${name}2` }, [`${name}2`]: { Type: 'Pass', End: true } },
      })),
    },
    C: { Type: 'Pass', End: true },
  },
};
const branch = (index: number) => `/States/Both/Branches/${index}` as ScopePath;
const view = { collapsed: new Set<StatePath>(), focus: rootScope };

interface Drawn {
  readonly definition: JsonObject;
  readonly positions: ReturnType<typeof arrange>;
  readonly picture: Picture;
}

function opened(): Drawn {
  const positions = arrange(projectGraph(machine), {}, 'open');
  return { definition: machine, positions, picture: pictureOf({ definition: machine, positions }, view) };
}

function edited(before: Drawn, at: JsonPath, value: JsonValue): Drawn {
  const definition = withValueAt(before.definition, at, value) as JsonObject;
  const positions = arrange(projectGraph(definition, before.picture.graph), before.positions, 'edit');
  return { definition, positions, picture: pictureOf({ definition, positions }, view, before.picture) };
}

const scopeOf = ({ picture }: Drawn, scope: ScopePath) => picture.graph.scopes.find((each) => each.scope === scope);

describe('the picture after an edit', () => {
  it('is that of the document alone', () => {
    const after = edited(opened(), ['States', 'Both', 'Branches', 0, 'States', 'X1', 'Next'], 'X1');
    const { definition, positions } = after;
    expect(after.picture).toEqual(
      pictureOf({ definition: structuredClone(definition) as JsonObject, positions }, view),
    );
  });

  it('of nothing is the one before, also of a part', () => {
    const { definition, positions, picture } = opened();
    expect(pictureOf({ definition, positions }, view, picture)).toBe(picture);
    const part = pictureOf({ definition, positions }, { ...view, focus: branch(1) }, picture);
    expect(pictureOf({ definition, positions }, { ...view, focus: branch(1) }, part)).toBe(part);
  });

  it('of a field has the places and routes of the one before, and one other node', () => {
    const before = opened();
    const after = edited(before, ['States', 'A', 'Comment'], 'why');
    expect(after.positions).toBe(before.positions);
    for (const scope of [rootScope, branch(0), branch(1)]) {
      expect(after.picture.geometry.scopes.get(scope)).toBe(before.picture.geometry.scopes.get(scope));
      expect(after.picture.routes.get(scope)).toBe(before.picture.routes.get(scope));
    }
    const [old, now] = [scopeOf(before, rootScope), scopeOf(after, rootScope)];
    expect(now?.nodes.map((node, index) => node === old?.nodes[index])).toEqual([false, true, true]);
    expect(now?.edges.every((edge, index) => edge === old?.edges[index])).toBe(true);
  });

  it('of an inner scope has the other scope as it was', () => {
    const before = opened();
    const after = edited(before, ['States', 'Both', 'Branches', 1, 'States', 'Y2'], { Type: 'Pass', Next: 'Y1' });
    expect(scopeOf(after, branch(0))).toBe(scopeOf(before, branch(0)));
    expect(after.picture.geometry.scopes.get(branch(0))).toBe(before.picture.geometry.scopes.get(branch(0)));
    expect(after.picture.routes.get(branch(0))).toBe(before.picture.routes.get(branch(0)));
    expect(after.picture.routes.get(branch(1))).not.toEqual(before.picture.routes.get(branch(1)));
  });

  it('of a connection has the lines that run as before', () => {
    const before = opened();
    const after = edited(before, ['States', 'A', 'Catch', 0, 'Next'], 'Both');
    const [old, now] = [before.picture.routes.get(rootScope), after.picture.routes.get(rootScope)];
    const changed = now?.filter((route) => !old?.includes(route)).map((route) => route.id);
    expect(changed).toContain('/States/A#catch:0');
    expect(changed).not.toContain('/States/Both#next');
  });

  it('is, edit after edit, what it would be if all were projected and routed anew', () => {
    const names = Array.from({ length: 14 }, (_, index) => `S${index}`);
    const name = fc.constantFrom(...names, 'Nowhere');
    const state = fc.oneof(
      fc.record({ Type: fc.constant('Pass'), Next: name }),
      fc.record({ Type: fc.constant('Pass'), End: fc.constant(true) }),
      fc.record({ Type: fc.constant('Task'), Next: name, Catch: fc.tuple(fc.record({ Next: name })) }),
      fc.record({ Type: fc.constant('Choice'), Default: name, Choices: fc.array(fc.record({ Next: name })) }),
    );
    const whole = fc.record(Object.fromEntries(names.map((each) => [each, state])));
    const edit = fc.tuple(fc.constantFrom(...names), fc.option(state));
    fc.assert(
      fc.property(whole, fc.array(edit, { minLength: 1, maxLength: 6 }), (States, edits) => {
        let definition: JsonObject = { StartAt: 'S0', States };
        let positions = arrange(projectGraph(definition), {}, 'open');
        let picture = pictureOf({ definition, positions }, view);
        for (const [at, value] of edits) {
          const { [at]: _gone, ...others } = definition['States'] as JsonObject;
          const next = value ? { ...(definition['States'] as JsonObject), [at]: value } : others;
          definition = { ...definition, States: next };
          positions = arrange(projectGraph(definition, picture.graph), positions, 'edit');
          picture = pictureOf({ definition, positions }, view, picture);
          // A copy is another object, so that nothing is remembered of it.
          const anew = { definition: structuredClone(definition) as JsonObject, positions };
          expect(picture).toEqual(pictureOf(anew, view));
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('places a new state and shares the positions of the others that stay', () => {
    const before = opened();
    const after = edited(before, ['States', 'D'], { Type: 'Pass', End: true });
    expect(after.positions['/States/D']).toBeDefined();
    expect(Object.keys(before.positions).every((path) => after.positions[path] === before.positions[path])).toBe(true);
  });
});

describe('the picture of a part', () => {
  it('is a scope as if it were the machine; one that is gone shows the whole', () => {
    const { definition, positions } = opened();
    const inner = pictureOf({ definition, positions }, { ...view, focus: branch(0) });
    expect(inner.graph.scopes.map(({ scope, parent }) => [scope, parent])).toEqual([[branch(0), null]]);
    const gone = pictureOf({ definition, positions }, { ...view, focus: branch(7) }, inner);
    expect(gone.graph.scopes).toHaveLength(3);
  });

  it('routes nothing inside a collapsed container', () => {
    const { definition, positions } = opened();
    const closed = pictureOf({ definition, positions }, { ...view, collapsed: new Set(['/States/Both' as StatePath]) });
    expect([...closed.routes.keys()]).toEqual([rootScope]);
  });
});
