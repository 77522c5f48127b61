import type { JsonValue } from '../base/json';
import type { Variables } from '../expressions/variables';
import type { Engine } from './engine';
import { ExecutionRun } from './executionRun';
import { Thread } from './thread';
import type { Stoppable } from './threadHost';

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
    if (child instanceof ExecutionRun) add(child.root, path);
    if (!(child instanceof Thread) || child.ended) return;
    views.push({
      executionArn: child.host.settings.executionArn,
      path,
      stateName: child.stateName,
      stateType: child.stateType,
      input: child.input,
      variables: child.variables,
      retryCount: child.retryCount,
      waitsFor: engine.waitOf(child),
    });
    for (const [index, inner] of child.runningChildren) add(inner, [...path, index]);
  };
  add(run.root, []);
  return views;
}
