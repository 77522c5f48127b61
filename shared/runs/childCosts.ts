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
  const type = typeOfChildren(definition);
  return children.map((child) => ({ view: foldHistory(child.events), type }));
}

/** The type of the child executions of a definition: that which one of its distributed Maps asks for. */
export function typeOfChildren(definition: JsonObject): 'STANDARD' | 'EXPRESS' {
  const express = allStates(definition).some(({ state }) => {
    const processor = own(state, 'ItemProcessor');
    const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
    return isObject(config) && own(config, 'ExecutionType') === 'EXPRESS';
  });
  return express ? 'EXPRESS' : 'STANDARD';
}
