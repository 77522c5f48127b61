import type { StateType } from '../asl/index';
import { choice } from './choice/definition';
import type { StateTypeDefinition } from './contract';
import { fail } from './fail/definition';
import { map } from './map/definition';
import { parallel } from './parallel/definition';
import { pass } from './pass/definition';
import { succeed } from './succeed/definition';
import { task } from './task/definition';
import { wait } from './wait/definition';

export type { FieldKind, FieldTab, StateField, StateTypeDefinition } from './contract';

/** The eight state types of ASL, by the value of their Type field. */
export const stateTypes = {
  Task: task,
  Choice: choice,
  Wait: wait,
  Parallel: parallel,
  Map: map,
  Pass: pass,
  Succeed: succeed,
  Fail: fail,
} as const satisfies Record<StateType, StateTypeDefinition>;
