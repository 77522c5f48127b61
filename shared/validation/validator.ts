import { isFilledIn, isStateType } from '../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, own, valueAt } from '../base/index';
import type { SdkCatalogue } from '../services/index';
import { type ScopePath, type StatePath, fromJsonPath, stateOfPlace, statePath } from '../workflow/index';
import type { Diagnostic, Fix, Report, Rule, Scope, StateContext, StateInContext } from './contract';
import { WalkMemory, walkScopes, type WalkedScope } from './walk';

/**
 * Judges a definition, in the order of its states.
 * @param catalogue what is known of SDK actions by now; without it they are judged by their form alone
 */
export type Validate = (definition: JsonObject, catalogue?: SdkCatalogue | null) => readonly Diagnostic[];

/**
 * A validator by some rules. It remembers what it found in each state and scope by the object that it is, so of a
 * definition that was edited only what changed is judged again: edits share everything else. The memory is weak, and
 * what is remembered follows from the object alone, so the answer never depends on what was judged before.
 */
export function validator(rules: readonly Rule[]): Validate {
  const memory = new WalkMemory();
  const judged = new WeakMap<JsonObject, JudgedState>();
  const judgedScopes = new WeakMap<Scope, readonly Finding[]>();
  const inOrder = rules.map((rule, order): OrderedRule => ({ rule, order }));
  const ofMachine = inOrder.filter(({ rule }) => rule.machine);
  const ofScope = inOrder.filter(({ rule }) => rule.scope);
  const ofState = inOrder.filter(({ rule }) => rule.state);

  return (definition, catalogue = null) => {
    const scopes = walkScopes(definition, memory);
    const placed: Placed[] = [];
    const numbers = new StateNumbers(scopes);
    const ofWhole = findingsOf(ofMachine, definition, (rule, report) => rule.machine?.({ definition, scopes }, report));
    for (const finding of ofWhole) placed.push({ finding, base: [], number: numbers.of(stateOfPlace(finding.at)) });
    const machineLanguage = own(definition, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath';
    const standard: StateContext = { machineLanguage, inExpress: false, catalogue };
    const express: StateContext = { ...standard, inExpress: true };
    for (const { scope, at, firstNumber, holderNumber, inExpress } of scopes) {
      let found = judgedScopes.get(scope);
      if (!found) {
        found = findingsOf(ofScope, scope.holder, (rule, report) => rule.scope?.(scope, report));
        judgedScopes.set(scope, found);
      }
      for (const finding of found) {
        const [into, name] = finding.at;
        const index = into === 'States' && name !== undefined ? scope.names.get(String(name)) : undefined;
        placed.push({ finding, base: at, number: index === undefined ? holderNumber : firstNumber + index });
      }
      const context = inExpress ? express : standard;
      for (const [index, { name, state }] of scope.states.entries()) {
        let known = judged.get(state);
        if (!known || !sameContext(known.context, context)) {
          known = { context, findings: judgeState(ofState, state, context) };
          judged.set(state, known);
        }
        if (known.findings.length === 0) continue;
        const base = [...at, 'States', name];
        for (const finding of known.findings) placed.push({ finding, base, number: firstNumber + index });
      }
    }
    return placed.sort((a, b) => a.number - b.number || a.finding.order - b.finding.order).map(diagnosticOf);
  };
}

interface OrderedRule {
  readonly rule: Rule;
  /** Place in the list of rules: breaches of one state come in that order. */
  readonly order: number;
}

/** A breach as a rule reported it, at a place below what was judged. */
interface Finding extends OrderedRule {
  readonly at: JsonPath;
  readonly message: string;
  readonly fix: Fix | undefined;
  /** Whether the value at the place is one that a deployment fills in, so that the breach may be none. */
  readonly filledIn: boolean;
}

interface Placed {
  readonly finding: Finding;
  readonly base: JsonPath;
  /** Number of the state on the walk; -1 for the machine. */
  readonly number: number;
}

interface JudgedState {
  readonly context: StateContext;
  readonly findings: readonly Finding[];
}

const noFindings: readonly Finding[] = [];

function judgeState(rules: readonly OrderedRule[], state: JsonObject, context: StateContext): readonly Finding[] {
  const type = own(state, 'Type');
  const language = own(state, 'QueryLanguage') ?? context.machineLanguage;
  const visited: StateInContext = {
    ...context,
    state,
    type: isStateType(type) ? type : null,
    language: language === 'JSONata' ? 'JSONata' : 'JSONPath',
  };
  return findingsOf(rules, state, (rule, report) => rule.state?.(visited, report));
}

/** @param judged what places of the rules are below of */
function findingsOf(
  rules: readonly OrderedRule[],
  judged: JsonValue,
  judge: (rule: Rule, report: Report) => void,
): readonly Finding[] {
  let found: Finding[] | null = null;
  for (const { rule, order } of rules) {
    judge(rule, (at, message, fix) => {
      const filledIn = isFilledIn(valueAt(judged, at));
      (found ??= []).push({ rule, order, at, message, fix, filledIn });
    });
  }
  return found ?? noFindings;
}

function sameContext(a: StateContext, b: StateContext): boolean {
  return a.machineLanguage === b.machineLanguage && a.inExpress === b.inExpress && a.catalogue === b.catalogue;
}

/** Numbers of states on a walk by their paths, counted when the first one is asked for. */
class StateNumbers {
  private numbers: Map<StatePath, number> | null = null;

  constructor(private readonly scopes: readonly WalkedScope[]) {}

  /** -1 for the machine. */
  of(path: StatePath | null): number {
    return path === null ? -1 : ((this.numbers ??= this.count()).get(path) ?? -1);
  }

  private count(): Map<StatePath, number> {
    return new Map(
      this.scopes.flatMap(({ at, scope, firstNumber }) => {
        const path = fromJsonPath(at) as ScopePath;
        return scope.states.map(({ name }, index) => [statePath(path, name), firstNumber + index] as const);
      }),
    );
  }
}

function diagnosticOf({ finding, base }: Placed): Diagnostic {
  const { code, severity } = finding.rule;
  const at = [...base, ...finding.at];
  if (finding.filledIn) return adviceOf(finding, at);
  const fix = finding.fix && { at: [...base, ...finding.fix.at], value: finding.fix.value };
  return { code, severity, at, state: stateOfPlace(at), message: finding.message, ...(fix ? { fix } : {}) };
}

/** What a rule says of a value that is not known yet is no error; it says what the value has to become. */
function adviceOf({ message }: Finding, at: JsonPath): Diagnostic {
  const quotes = /\bnumber\b/.test(message) ? ' In JSON, only a placeholder without quotes can become a number.' : '';
  const advice = `A deployment fills this in. Then: ${message}${quotes}`;
  return { code: 'FILLED_IN_LATER', severity: 'warning', at, state: stateOfPlace(at), message: advice };
}
