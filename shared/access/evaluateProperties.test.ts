import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './evaluate';
import type { AttachedPolicy, PolicyStatement } from './policy';
import { covers, overlaps, patternOf, plain } from './wildcards';

const pattern = fc.stringMatching(/^[ab*?:]{0,6}$/);
const text = fc.stringMatching(/^[ab:]{0,6}$/);
const action = fc.constantFrom('s:A', 's:B', 's:*', '*', 't:A');
const resource = fc.constantFrom('arn:a', 'arn:b', 'arn:*', '*', 'arn:${aws:username}');
const statement: fc.Arbitrary<PolicyStatement> = fc.record({
  sid: fc.constant(null),
  index: fc.nat(9),
  effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  actions: fc.record({ except: fc.boolean(), patterns: fc.array(action, { minLength: 1, maxLength: 2 }) }),
  resources: fc.record({ except: fc.boolean(), patterns: fc.array(resource, { minLength: 1, maxLength: 2 }) }),
  conditions: fc.array(
    fc.record({
      written: fc.constant('StringEquals'),
      operator: fc.constantFrom(
        { name: 'StringEquals', ifExists: false, set: null } as const,
        { name: 'StringNotEquals', ifExists: true, set: null } as const,
      ),
      key: fc.constantFrom('k', 'l'),
      values: fc.constant(['a']),
    }),
    { maxLength: 1 },
  ),
});
const statements = fc.array(statement, { maxLength: 6 });
const request = fc.record({
  action: fc.constantFrom('s:A', 's:B', 't:A'),
  resource: fc.constantFrom('arn:a', 'arn:b'),
  context: fc.constantFrom({}, { k: 'a' }, { k: 'b', l: null }, { k: 'a', l: 'a', 'aws:username': 'a' }),
});
const attached = (list: readonly PolicyStatement[], kind: AttachedPolicy['kind'] = 'role'): AttachedPolicy => ({
  name: kind,
  kind,
  document: { version: '2012-10-17', statements: list },
});
/** How much is allowed: an unknown lies between no and yes. */
const rank = { explicitDeny: 0, implicitDeny: 0, unknown: 1, allowed: 2 } as const;
const runs = { seed: 11, numRuns: 1000 };

describe('decisions', () => {
  it('never allow more when a deny is added', () => {
    fc.assert(
      fc.property(statements, statement, request, (list, added, asked) => {
        const before = decide(asked, [attached(list)]);
        const after = decide(asked, [attached([...list, { ...added, effect: 'Deny' }])]);
        expect(rank[after.decision]).toBeLessThanOrEqual(rank[before.decision]);
      }),
      runs,
    );
  });

  it('never deny more when an allow is added or widened', () => {
    fc.assert(
      fc.property(statements, statement, request, (list, added, asked) => {
        const allowing = { ...added, effect: 'Allow' as const };
        const wide = { ...allowing, actions: { except: false, patterns: ['*'] }, conditions: [] };
        const none = decide(asked, [attached(list)]);
        const some = decide(asked, [attached([...list, allowing])]);
        const more = decide(asked, [attached([...list, wide])]);
        expect(rank[some.decision]).toBeGreaterThanOrEqual(rank[none.decision]);
        expect(rank[more.decision]).toBeGreaterThanOrEqual(rank[some.decision]);
      }),
      runs,
    );
  });

  it('do not depend on the order of statements', () => {
    fc.assert(
      fc.property(statements, request, (list, asked) => {
        const turned = decide(asked, [attached([...list].reverse())]);
        expect(turned.decision).toBe(decide(asked, [attached(list)]).decision);
      }),
      runs,
    );
  });

  it('allow with a boundary at most what they allow without', () => {
    fc.assert(
      fc.property(statements, statements, request, (list, limit, asked) => {
        const free = decide(asked, [attached(list)]);
        const bound = decide(asked, [attached(list), attached(limit, 'boundary')]);
        expect(rank[bound.decision]).toBeLessThanOrEqual(rank[free.decision]);
      }),
      runs,
    );
  });

  it('that are unknown come out either way once all is known', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom('a', 'b', null), fc.constantFrom('a', 'b', null), (list, k, l) => {
        const asked = { action: 's:A', resource: 'arn:a' };
        const vague = decide({ ...asked, context: {} }, [attached(list)]);
        const known = decide({ ...asked, context: { k, l, 'aws:username': 'a' } }, [attached(list)]);
        if (vague.decision !== 'unknown') expect(rank[known.decision]).toBe(rank[vague.decision]);
        expect(known.decision).not.toBe('unknown');
      }),
      runs,
    );
  });
});

describe('patterns', () => {
  const matches = (wild: string, given: string): boolean =>
    new RegExp(`^${wild.replace(/\*/g, '.*').replace(/\?/g, '.')}$`).test(given);

  it('match as their regular expressions do', () => {
    fc.assert(
      fc.property(pattern, text, (wild, given) => {
        expect(covers(patternOf(wild), plain(given))).toBe(matches(wild, given));
        expect(overlaps(patternOf(wild), plain(given))).toBe(matches(wild, given));
      }),
      runs,
    );
  });

  it('that cover another match whatever it matches, and then overlap with it', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, given) => {
        const [one, other] = [patternOf(wide), patternOf(narrow)];
        if (covers(one, other)) {
          expect(overlaps(one, other)).toBe(true);
          if (matches(narrow, given)) expect(matches(wide, given)).toBe(true);
        }
        if (matches(wide, given) && matches(narrow, given)) expect(overlaps(one, other)).toBe(true);
      }),
      runs,
    );
  });
});
