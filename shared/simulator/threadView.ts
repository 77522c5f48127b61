import type { JsonValue } from '../base/index';
import type { Variables } from '../expressions/index';
import type { Engine } from './engine';
import type { ExecutionRun } from './executionRun';
import type { Stoppable } from './lineOfControl';

/** One line of control of a paused execution. */
export interface ThreadView {
  readonly executionArn: string;
  /** Indices of branches and iterations from the root: `[2, 0]` is branch 0 of what runs in iteration 2. */
  readonly path: readonly number[];
  readonly stateName: string;
  readonly stateType: string | undefined;
  readonly input: JsonValue;
  readonly variables: Variables;
  readonly retryCount: number;
  /** What it waits for; undefined when it is about to go on. */
  readonly waitsFor: 'task' | 'time' | 'children' | undefined;
}

/** Every line of control of an execution, children after their parents. */
export function viewThreads(run: ExecutionRun, engine: Engine): readonly ThreadView[] {
  const views: ThreadView[] = [];
  const add = (child: Stoppable | undefined, path: readonly number[]): void => {
    const line = child?.line;
    if (line === undefined || line.ended) return;
    views.push({
      executionArn: line.owner.record.environment.settings.executionArn,
      path,
      stateName: line.stateName,
      stateType: line.stateType,
      input: line.input,
      variables: line.variables,
      retryCount: line.retryCount,
      waitsFor: engine.waitOf(line),
    });
    for (const [index, inner] of line.children.alive) add(inner, [...path, index]);
  };
  add(run.root, []);
  return views;
}
