import type { ChildExecutionFacts, ChildExecutionStart } from '../states/index';
import { ExecutionRecord } from './execution';
import { ExecutionRun } from './executionRun';
import type { LineOfControl, LineRunner } from './lineOfControl';
import { executionSettings } from './settings';

/** The children of distributed Maps, by Map Run and index: a redrive goes on with the same ones. */
export class ChildExecutions {
  private readonly children = new Map<string, ExecutionRun>();

  get all(): readonly ExecutionRun[] {
    return [...this.children.values()];
  }

  /** Starts a child execution, or redrives the one that a Map Run has started before under the same index. */
  start(runner: LineRunner, parent: LineOfControl, start: ChildExecutionStart): ExecutionRun {
    const key = keyOf(start.mapRunArn, start.index);
    const earlier = this.children.get(key);
    if (earlier !== undefined) {
      earlier.redriveIn(parent);
      return earlier;
    }
    const outer = parent.owner.record.environment;
    const settings = executionSettings({
      ...outer.settings,
      stateMachineName: `${outer.settings.stateMachineName}/${start.label}`,
      executionName: outer.uuid(),
      type: start.express ? 'EXPRESS' : 'STANDARD',
    });
    // What a host watches or decides is the execution that it started, not its children.
    const environment = { ...outer, settings, hooks: {} };
    const record = new ExecutionRecord(environment, start.input, start.inputText, start.mapRunArn);
    const link = { thread: parent, index: start.index, mapItem: start.mapItem };
    const child = new ExecutionRun(runner, record, start.scope, link);
    this.children.set(key, child);
    child.start();
    return child;
  }

  /** What the child execution of a Map Run under an index was; undefined where it has not started. */
  factsOf(mapRunArn: string, index: number): ChildExecutionFacts | undefined {
    const record = this.children.get(keyOf(mapRunArn, index))?.record;
    if (record === undefined) return undefined;
    const { executionArn, executionName, stateMachineArn, type } = record.environment.settings;
    const { status, startTime, stopTime, redriveCount } = record;
    const express = type === 'EXPRESS';
    return { executionArn, name: executionName, stateMachineArn, status, startTime, stopTime, redriveCount, express };
  }
}

function keyOf(mapRunArn: string, index: number): string {
  return `${mapRunArn}#${String(index)}`;
}
