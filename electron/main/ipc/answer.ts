import * as v from 'valibot';
import { type ReplyOf, type RequestName, type RequestOf, requests } from '#shared/protocol/index';

export type Handlers = {
  readonly [Name in RequestName]: (request: RequestOf<Name>) => Promise<ReplyOf<Name>> | ReplyOf<Name>;
};

/** Carries out a message whose payload has the form that the protocol says; throws for any other. */
export async function answer(handlers: Handlers, name: RequestName, payload: unknown): Promise<unknown> {
  const parsed = v.safeParse(requests[name].request, payload);
  if (!parsed.success) throw new Error(`Refused: "${name}" does not have this form.`);
  // The table pairs each name with its own types; TypeScript cannot see that through the union.
  return (handlers[name] as (request: unknown) => unknown)(parsed.output);
}
