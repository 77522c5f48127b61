import type { CoverItem } from '#shared/runs/index';
import { reveal } from '../../editor/reveal';

/** What of the workflow the tests have been through, and what not. */
export function Coverage({ items, any }: { items: readonly CoverItem[]; any: boolean }) {
  const kinds = ['state', 'transition', 'retrier'] as const;
  const names = { state: 'States', transition: 'Transitions', retrier: 'Retriers' };
  return (
    <section className="run-tests__coverage" aria-label="Coverage">
      <h3>Coverage</h3>
      {any ? null : <p className="note">Run the tests to see what of the workflow they have been through.</p>}
      {any
        ? kinds.map((kind) => {
            const of = items.filter((item) => item.kind === kind);
            const covered = of.filter((item) => item.covered).length;
            const open = of.filter((item) => !item.covered);
            return (
              <div key={kind}>
                <div className="run-tests__meter">
                  <span>{names[kind]}</span>
                  <meter min={0} max={Math.max(1, of.length)} value={covered} />
                  <span>
                    {covered} of {of.length}
                  </span>
                </div>
                {open.map((item) => (
                  <button
                    key={item.label}
                    type="button"
                    className="run-tests__open"
                    onClick={() => {
                      if (item.state === null) return;
                      reveal([item.state]);
                    }}
                  >
                    {item.label}
                  </button>
                ))}
              </div>
            );
          })
        : null}
    </section>
  );
}
