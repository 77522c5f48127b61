import { type JsonObject, isObject, own } from '../base/index';
import { foldHistory, type RunView } from '../history/index';
import { allStates } from '../workflow/index';
import type { RunHistory } from './run';

/** The executions that the distributed Maps of a run started, as an estimate of its cost takes them. */
export function childCosts(
  { children }: Pick<RunHistory, 'children'>,
  definition: JsonObject,
): readonly { readonly view: RunView; readonly type: 'STANDARD' | 'EXPRESS' }[] {
  if (children.length === 0) return [];
  const express = allStates(definition).some(({ state }) => {
    const processor = own(state, 'ItemProcessor');
    const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
    return isObject(config) && own(config, 'ExecutionType') === 'EXPRESS';
  });
  return children.map((child) => ({ view: foldHistory(child.events), type: express ? 'EXPRESS' : 'STANDARD' }));
}
