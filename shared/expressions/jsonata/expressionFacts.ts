import type { ExpressionFacts } from './facts';
import { type SyntaxNode, nodesIn } from './syntaxNode';
import { functionNames, missingFunction } from './functionNames';
import { parseExpression } from './parseExpression';
import { plainFacts } from './plainFacts';
import { remembered } from '../remember';

/** The facts of the text between `{%` and `%}`. Every distinct text is read once. */
export const expressionFacts = remembered((text: string): ExpressionFacts => plainFacts(text) ?? readFacts(text));

const nothing = { topLevel: [], states: [], variables: [], asked: [], unknownFunctions: [] };

/** The facts by JSONata's own parser: {@link expressionFacts} without its shortcut for common forms. */
export function readFacts(text: string): ExpressionFacts {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { problem: parsed.problem, ...nothing };
  const found = new Findings();
  found.walk(parsed.value.ast() as unknown as SyntaxNode, false, new Set());
  if (found.usesRoot)
    return { problem: '$$ has no meaning here: there is no document around the expression', ...nothing };
  return {
    problem: null,
    topLevel: [...found.topLevel],
    states: [...found.states],
    variables: [...found.variables],
    asked: [...found.variables].filter((name) => found.asked.has(name)),
    unknownFunctions: [...found.unknownFunctions],
  };
}

/** What a walk of the tree finds. `nested` says that a context is there: inside a filter, a later step, a function body. */
class Findings {
  readonly topLevel = new Set<string>();
  readonly states = new Set<string>();
  readonly variables = new Set<string>();
  readonly asked = new Set<string>();
  readonly unknownFunctions = new Set<string>();
  usesRoot = false;

  walk(node: SyntaxNode, nested: boolean, bound: Set<string>): void {
    this.visit(node, nested, bound);
    for (const { expr } of [...(node.stages ?? []), ...(node.predicate ?? [])]) if (expr) this.walk(expr, true, bound);
    for (const pair of node.group?.lhs ?? []) this.all(pair, true, bound);
    for (const name of [node.focus, node.index]) if (name !== undefined) bound.add(name);
  }

  private all(nodes: readonly SyntaxNode[], nested: boolean, bound: Set<string>): void {
    for (const node of nodes) this.walk(node, nested, bound);
  }

  private visit(node: SyntaxNode, nested: boolean, bound: Set<string>): void {
    switch (node.type) {
      case 'name':
      case 'wildcard':
      case 'descendant':
        if (!nested) this.topLevel.add(String(node.value));
        return;
      case 'variable':
        return this.variable(String(node.value), nested, bound);
      case 'path':
        return this.path(node.steps ?? [], nested, bound);
      case 'function':
      case 'partial':
        return this.call(node, nested, bound);
      case 'lambda': {
        const names = (node.arguments ?? []).map(({ value }) => String(value));
        if (node.body) this.walk(node.body, true, new Set([...bound, ...names]));
        return;
      }
      case 'block':
        return this.all(node.expressions ?? [], nested, new Set(bound));
      case 'bind':
        // A function may call itself, and the binding holds for the rest of its block.
        if (node.lhs && !Array.isArray(node.lhs)) bound.add(String((node.lhs as SyntaxNode).value));
        if (node.rhs) this.walk(node.rhs, nested, bound);
        return;
      case 'transform':
      case 'sort':
        return this.all(nodesIn(node), true, bound);
      default:
        return this.all(nodesIn(node), nested, bound);
    }
  }

  private variable(name: string, nested: boolean, bound: ReadonlySet<string>): void {
    if (name === '$') this.usesRoot = true;
    else if (name === '') {
      if (!nested) this.topLevel.add('$');
    } else if (name !== 'states' && !bound.has(name) && !functionNames.has(name) && name !== missingFunction)
      this.variables.add(name);
  }

  private path(steps: readonly SyntaxNode[], nested: boolean, bound: Set<string>): void {
    const [first, second] = steps;
    if (first?.type === 'variable' && first.value === 'states' && second?.type === 'name')
      this.states.add(String(second.value));
    for (const [index, step] of steps.entries()) this.walk(step, nested || index > 0, bound);
  }

  private call(node: SyntaxNode, nested: boolean, bound: Set<string>): void {
    const { procedure, arguments: given = [] } = node;
    if (procedure?.type === 'variable') {
      const name = String(procedure.value);
      if (!bound.has(name) && !functionNames.has(name)) this.unknownFunctions.add(name);
      if (name === 'exists') for (const argument of given) this.ask(argument);
    } else if (procedure) this.walk(procedure, nested, bound);
    this.all(given, nested, bound);
  }

  private ask(node: SyntaxNode): void {
    const first = node.type === 'path' ? node.steps?.[0] : node;
    if (first?.type === 'variable' && typeof first.value === 'string') this.asked.add(first.value);
  }
}
