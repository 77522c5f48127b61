import type { ChildExecutionFacts, ChildExecutionStart } from '../states/index';
import { ExecutionRecord } from './execution';
import { ByIndex } from './byIndex';
import { ExecutionRun } from './executionRun';
import type { LineOfControl, LineRunner } from './lineOfControl';
import { executionSettings, settingsOfChild, type ExecutionSettings } from './settings';

const noHooks = {};

/** Whether the history of a child execution is kept when it has succeeded. */
export type KeepsHistory = (mapRunArn: string, index: number) => boolean;

/** Histories beyond these are made anew when somebody looks: a million of them would take gigabytes. */
export const keepsFirstHistories: KeepsHistory = (_mapRunArn, index) => index < 10_000;

/**
 * What is left of the children that succeeded and whose histories are not kept, by index: a redrive leaves them alone.
 * Columns, because an object and its place in a Map would take three times as much for each of a million.
 */
interface Forgotten {
  readonly names: string[];
  readonly startTimes: number[];
  readonly stopTimes: number[];
}

interface Children {
  /** As those of each child, but for its name. */
  readonly settings: ExecutionSettings;
  readonly kept: ByIndex<ExecutionRun>;
  readonly forgotten: Forgotten;
}

/** The children of distributed Maps, by Map Run and index: a redrive goes on with the same ones. */
export class ChildExecutions {
  private readonly mapRuns = new Map<string, Children>();

  constructor(private readonly keepsHistory: KeepsHistory) {}

  /** Those that run, that did not succeed, or whose history is kept, in the order they started. */
  get kept(): readonly ExecutionRun[] {
    return [...this.mapRuns.values()].flatMap(({ kept }) => kept.entries().map(([, run]) => run));
  }

  /** Starts a child execution, or redrives the one that a Map Run has started before under the same index. */
  start(runner: LineRunner, parent: LineOfControl, start: ChildExecutionStart): ExecutionRun {
    const outer = parent.owner.record.environment;
    const children = this.childrenOf(start, outer.settings);
    const earlier = children.kept.get(start.index);
    if (earlier !== undefined) {
      earlier.redriveIn(parent);
      return earlier;
    }
    const settings = settingsOfChild(children.settings, outer.uuid());
    // What a host decides is the execution that it started, not its children.
    const { watch } = outer.hooks;
    const environment = { ...outer, settings, hooks: watch === undefined ? noHooks : { watch } };
    const record = new ExecutionRecord(environment, start.input, start.inputText, start.mapRunArn);
    const link = { thread: parent, index: start.index };
    const child = new ExecutionRun(runner, record, start.scope, link);
    children.kept.set(start.index, child);
    child.start();
    return child;
  }

  private childrenOf({ mapRunArn, label, express }: ChildExecutionStart, outer: ExecutionSettings): Children {
    const known = this.mapRuns.get(mapRunArn);
    if (known !== undefined) return known;
    const stateMachineName = `${outer.stateMachineName}/${label}`;
    const settings = executionSettings({ ...outer, stateMachineName, type: express ? 'EXPRESS' : 'STANDARD' });
    const forgotten = { names: [], startTimes: [], stopTimes: [] };
    const children: Children = { settings, kept: new ByIndex(), forgotten };
    this.mapRuns.set(mapRunArn, children);
    return children;
  }

  /** A child has succeeded: of its history nothing is needed any more, unless it is to be looked at. */
  succeeded(mapRunArn: string, index: number): void {
    if (this.keepsHistory(mapRunArn, index)) return;
    const children = this.mapRuns.get(mapRunArn);
    const record = children?.kept.get(index)?.record;
    if (children === undefined || record === undefined) return;
    // One that was redriven has more to say than when it started and stopped.
    if (record.redriveCount > 0) return;
    children.kept.set(index, undefined);
    children.forgotten.names[index] = record.environment.settings.executionName;
    children.forgotten.startTimes[index] = record.startTime;
    children.forgotten.stopTimes[index] = record.stopTime ?? record.startTime;
  }

  /** What the child execution of a Map Run under an index was; undefined where it has not started. */
  factsOf(mapRunArn: string, index: number): ChildExecutionFacts | undefined {
    const children = this.mapRuns.get(mapRunArn);
    if (children === undefined) return undefined;
    const { names, startTimes, stopTimes } = children.forgotten;
    const executionName = names[index];
    if (executionName !== undefined) {
      const settings = settingsOfChild(children.settings, executionName);
      const times = { startTime: startTimes[index] ?? 0, stopTime: stopTimes[index] };
      return { ...namesOf(settings), ...times, status: 'SUCCEEDED', redriveCount: 0 };
    }
    const record = children.kept.get(index)?.record;
    if (record === undefined) return undefined;
    const { status, startTime, stopTime, redriveCount } = record;
    return { ...namesOf(record.environment.settings), status, startTime, stopTime, redriveCount };
  }
}

function namesOf({
  executionArn,
  executionName,
  stateMachineArn,
  type,
}: ExecutionSettings): Pick<ChildExecutionFacts, 'executionArn' | 'name' | 'stateMachineArn' | 'express'> {
  return { executionArn, name: executionName, stateMachineArn, express: type === 'EXPRESS' };
}
