import { type JsonObject, own } from '../base/index';
import { type StatePath, allStates, queryLanguageOf } from '../workflow/index';
import { writtenArguments, type Place } from './accessCall';
import { callNeeds, callRole, type CallRole, type Need } from './callNeeds';
import { mapNeeds } from './mapNeeds';

/** The state machine that the permissions are for. */
export interface Machine extends Place {
  /** Its name; empty when nobody knows. */
  readonly name: string;
}

export interface StepNeeds {
  readonly step: StatePath;
  readonly name: string;
  /** Under which role the call itself is made; `own` is what the role of the state machine needs for the step. */
  readonly role: CallRole;
  readonly own: readonly Need[];
  /** What the other role of `role` needs. */
  readonly other: readonly Need[];
  /** Why nobody can say what the step needs; null when somebody can. */
  readonly unclear: string | null;
}

/** What each Task and each distributed Map of a definition needs, outer scopes first; other states need nothing. */
export function stepNeeds(definition: JsonObject, machine: Machine): readonly StepNeeds[] {
  return allStates(definition).flatMap(({ name, path, state }): StepNeeds[] => {
    const language = queryLanguageOf(definition, path);
    const step = { step: path, name, role: { kind: 'own' }, own: [], other: [], unclear: null } as const;
    if (own(state, 'Type') === 'Map') {
      const needs = mapNeeds(state, language, machine, machine.name);
      return needs.length === 0 ? [] : [{ ...step, own: needs }];
    }
    if (own(state, 'Type') !== 'Task') return [];
    const resource = own(state, 'Resource');
    const read = callNeeds(
      typeof resource === 'string' ? resource : '',
      placeOf(machine),
      writtenArguments(state, language),
    );
    if (read.kind === 'unclear') return [{ ...step, unclear: read.why }];
    const role = callRole(state, language);
    if (role.kind === 'own') return [{ ...step, own: read.needs }];
    return [{ ...step, role, own: [assumeRole(role, machine)], other: read.needs }];
  });
}

/** What the role of the state machine needs to make calls under another role. */
export function assumeRole(role: Exclude<CallRole, { kind: 'own' }>, place: Place): Need {
  return {
    actions: ['sts:AssumeRole'],
    resources: [role.kind === 'other' ? role.arn : `arn:${place.partition}:iam::*:role/*`],
    why: 'The call is made under the role of its Credentials.',
  };
}

const placeOf = ({ partition, region, account }: Machine): Place => ({ partition, region, account });
