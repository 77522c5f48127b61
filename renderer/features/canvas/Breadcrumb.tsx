import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { type ScopePath, parentState, rootScope, scopeOf, stateName } from '#shared/workflow/index';
import type { Session } from '../../editor/session';
import { showScope } from '../../editor/store';

/** The way from the machine to the scope that fills the canvas. */
export function Breadcrumb({ session }: { session: Session }) {
  const steps: { label: string; scope: ScopePath }[] = [];
  for (let scope = session.focus; scope !== rootScope;) {
    const parent = parentState(scope);
    if (parent === null) break;
    const branch = /\/Branches\/(\d+)$/.exec(scope);
    steps.unshift({ label: `${stateName(parent)}${branch ? ` · branch ${Number(branch[1]) + 1}` : ''}`, scope });
    scope = scopeOf(parent);
  }
  steps.unshift({ label: session.name, scope: rootScope });
  const go = (scope: ScopePath) => showScope(session.id, scope);
  return (
    <nav className="canvas-breadcrumb" aria-label="Level">
      {steps.map((step, i) => (
        <Fragment key={step.scope}>
          {i > 0 ? <ChevronRight size={13} aria-hidden /> : null}
          <button type="button" disabled={i === steps.length - 1} onClick={() => go(step.scope)}>
            {step.label}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
