/** What can be said of an expression without running it. */
export interface ExpressionFacts {
  /** Why AWS cannot read it; null when it can. Nothing else is known then. */
  readonly problem: string | null;
  /** What it takes from a context that it does not have: names, `$`, `*` and `**` outside of any path or filter. */
  readonly topLevel: readonly string[];
  /** Members of `$states` that it reads: `input`, `result` ... */
  readonly states: readonly string[];
  /** Variables that it takes from outside: not `$states`, not functions, not what it binds itself. */
  readonly variables: readonly string[];
  /** Those of them that `$exists` asks for: whoever asks knows that they may be missing. */
  readonly asked: readonly string[];
  /** Functions that it calls by a name that neither JSONata, AWS nor the expression itself gives one. */
  readonly unknownFunctions: readonly string[];
}
