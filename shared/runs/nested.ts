import { isObject, own } from '../base/index';
import { type HistoryEvent, type ExecutionStatus } from '../history/index';
import {
  compile,
  nestedWorker,
  type ObjectStore,
  type Program,
  type TaskAnswer,
  type Worker,
} from '../simulator/index';
import type { TaskRequest } from '../states/index';

/** A workflow of a file that a task starts, instead of a sample of what it would answer. */
export type NestedWorkflow = {
  /** The name of the file that it was read from. */
  readonly file: string;
  /** JSON, with its placeholders filled in. */
  readonly definitionText: string;
};

/** An execution that a task of a run has started. */
export interface NestedRun extends NestedWorkflow {
  readonly state: string;
  /** How many times the state was entered before. */
  readonly entry: number;
  readonly inputText: string;
  readonly status: ExecutionStatus;
  readonly events: readonly HistoryEvent[];
}

/** What the executions of nested workflows are made with. */
export interface NestedHost {
  readonly seed: number;
  /** Answers the tasks of nested workflows. */
  readonly worker: Worker;
  readonly store: ObjectStore;
  readonly onEnded: (run: NestedRun) => void;
}

type Answer = (workflow: NestedWorkflow, request: TaskRequest) => TaskAnswer | Promise<TaskAnswer>;

/** Runs the workflows of files for the tasks that start them. Make one for each run: names of executions stay taken. */
export function nestedWorkflows({ seed, worker, store, onEnded }: NestedHost): Answer {
  const workers = new Map<string, Worker>();
  return (workflow, request) => {
    const { definitionText } = workflow;
    let known = workers.get(definitionText);
    if (known === undefined) {
      const compiled = compile(definitionText);
      if (!compiled.ok) return refused(workflow.file, compiled.problem[0]?.message ?? '');
      known = workerOf(compiled.value, workflow, { seed, worker, store, onEnded });
      workers.set(definitionText, known);
    }
    return known(request);
  };
}

function workerOf(program: Program, workflow: NestedWorkflow, { seed, worker, store, onEnded }: NestedHost): Worker {
  // It is the machine that the task names, whatever that name is; of other machines that it starts itself there are samples.
  const names = new Set<string>();
  const nested = nestedWorker(
    {
      program: (stateMachine) => (names.has(stateMachine) ? program : undefined),
      worker,
      seed,
      store,
      onEnded: ({ inputText, status, events }, { stateName, entry }) => {
        if (status !== 'RUNNING')
          onEnded({ ...workflow, state: stateName, entry, inputText, status, events: [...events] });
      },
    },
    worker,
  );
  return (request) => {
    names.add(String(isObject(request.parameters) ? own(request.parameters, 'StateMachineArn') : undefined));
    return nested(request);
  };
}

function refused(file: string, problem: string): TaskAnswer {
  return {
    outcome: { kind: 'failure', error: 'Simulator.InvalidNestedWorkflow', cause: `${file} cannot be run: ${problem}` },
  };
}
