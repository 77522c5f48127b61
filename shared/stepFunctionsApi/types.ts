import type { operations, shapes } from './table';

/** The types of requests and replies, made of the table by the compiler. Times are seconds since the epoch, as on the wire. */

export type OperationName = keyof typeof operations;

type Shapes = typeof shapes;

type Of<Name> = Name extends keyof Shapes ? OfShape<Shapes[Name]> : never;

type OfShape<Form> = Form extends { readonly enum: readonly (infer Choice)[] }
  ? Choice
  : Form extends { readonly type: 'string' }
    ? string
    : Form extends { readonly type: 'boolean' }
      ? boolean
      : Form extends { readonly type: 'list'; readonly member: infer Member }
        ? readonly Of<Member>[]
        : Form extends { readonly type: 'map'; readonly value: infer Value }
          ? Readonly<Record<string, Of<Value>>>
          : Form extends { readonly type: 'structure'; readonly members: infer Members }
            ? Structure<Members, Form extends { readonly required: readonly (infer Required)[] } ? Required : never>
            : number;

type Structure<Members, Required> = {
  readonly [Name in keyof Members as Name extends Required ? Name : never]: Of<Members[Name]>;
} & {
  readonly [Name in keyof Members as Name extends Required ? never : Name]?: Of<Members[Name]> | undefined;
};

/** A structure of the model by its name. */
export type ApiShape<Name extends keyof Shapes> = Of<Name>;
export type Request<Name extends OperationName> = Of<(typeof operations)[Name]['input']>;
export type Reply<Name extends OperationName> = Of<(typeof operations)[Name]['output']>;

/** Every error that the model names. */
export type ErrorCode = (typeof operations)[OperationName]['errors'][number];
