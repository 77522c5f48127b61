import { type MachineType, type QueryLanguage, isStateType } from '../asl/index';
import { type JsonObject, type JsonPath, own } from '../base/index';
import type { SdkCatalogue } from '../services/index';
import { type ScopePath, type StatePath, fromJsonPath, stateOfPlace, statePath } from '../workflow/index';
import type {
  Diagnostic,
  Machine,
  PlacedScope,
  Report,
  Rule,
  StateContext,
  StateInContext,
  VariableFindings,
} from './contract';
import type { Finding, JudgedState, OrderedRule } from './finding';
import { languageOf } from './languageOf';
import { Remembered } from './remembered';
import { variableFindings } from './variables/variableFindings';
import type { StateMemory } from './stateMemory';
import { WalkMemory, type WalkedScope, walkScopes } from './walk';

/**
 * Judges a definition, in the order of its states.
 * @param catalogue what is known of SDK actions by now; without it they are judged by their form alone
 * @param type whether it runs as Standard or as Express workflow, which the definition does not say
 */
export type Validate = (
  definition: JsonObject,
  catalogue?: SdkCatalogue | null,
  type?: MachineType,
) => readonly Diagnostic[];

/**
 * A validator by some rules. It remembers what it found in each state and scope by the object that it is, so of a
 * definition that was edited only what changed is judged again: edits share everything else. The memory is weak, and
 * what is remembered follows from the object alone, so the answer never depends on what was judged before.
 */
export function validator(rules: readonly Rule[]): Validate {
  const memory = new WalkMemory();
  const inOrder = rules.map((rule, order): OrderedRule => ({ rule, order }));
  const ofMachine = inOrder.filter(({ rule }) => rule.machine);
  const ofScope = inOrder.filter(({ rule }) => rule.scope);
  const stateRules = inOrder.filter(({ rule }) => rule.state);

  return (definition, catalogue = null, type = 'STANDARD') => {
    const scopes = walkScopes(definition, memory, type === 'EXPRESS');
    const placed: Placed[] = [];
    const numbers = new StateNumbers(scopes);
    const machineLanguage = own(definition, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath';
    const machine = machineOf(definition, type, scopes, machineLanguage);
    for (const finding of findingsOf(ofMachine, (rule, report) => rule.machine?.(machine, report)))
      placed.push({ finding, base: [], number: numbers.of(stateOfPlace(finding.at)) });
    const standard: StateContext = { machineLanguage, inExpress: false, catalogue };
    const express: StateContext = { ...standard, inExpress: true };
    for (const walked of scopes) {
      const { scope, firstNumber, holderNumber, inExpress } = walked;
      const ofThis =
        scope.memory.get(foundInScope) ??
        scope.memory.keep(
          foundInScope,
          findingsOf(ofScope, (rule, report) => rule.scope?.(scope, report)),
        );
      for (const finding of ofThis) {
        const [into, name] = finding.at;
        const index = into === 'States' && name !== undefined ? scope.names.get(String(name)) : undefined;
        placed.push({ finding, base: walked.at, number: index === undefined ? holderNumber : firstNumber + index });
      }
      const context = inExpress ? express : standard;
      for (const [index, { name, state, memory: ofState }] of scope.states.entries()) {
        let known = ofState.get(judged);
        if (!known || !sameContext(known.context, context))
          known = ofState.keep(judged, { context, findings: judgeState(stateRules, state, context, ofState) });
        if (known.findings.length === 0) continue;
        const base = [...walked.at, 'States', name];
        for (const finding of known.findings) placed.push({ finding, base, number: firstNumber + index });
      }
    }
    return placed.sort((a, b) => a.number - b.number || a.finding.order - b.finding.order).map(diagnosticOf);
  };
}

interface Placed {
  readonly finding: Finding;
  readonly base: JsonPath;
  /** Number of the state on the walk; -1 for the machine. */
  readonly number: number;
}

/** What rules of scopes found, and those of states. */
const foundInScope = new Remembered<readonly Finding[]>();
const judged = new Remembered<JudgedState>();

const noFindings: readonly Finding[] = [];

function machineOf(
  definition: JsonObject,
  type: MachineType,
  scopes: readonly PlacedScope[],
  language: QueryLanguage,
): Machine {
  let found: VariableFindings | null = null;
  const variables = () => (found ??= variableFindings(scopes, language));
  return { definition, type, scopes, variables };
}

function judgeState(
  rules: readonly OrderedRule[],
  state: JsonObject,
  context: StateContext,
  memory: StateMemory,
): readonly Finding[] {
  const type = own(state, 'Type');
  const language = languageOf(state, context.machineLanguage);
  const visited: StateInContext = {
    // Written out, because this is made for every state: spreading the context costs more than judging some states.
    machineLanguage: context.machineLanguage,
    inExpress: context.inExpress,
    catalogue: context.catalogue,
    state,
    type: isStateType(type) ? type : null,
    language,
    evaluated: memory.evaluated(language),
  };
  return findingsOf(rules, (rule, report) => rule.state?.(visited, report));
}

function findingsOf(rules: readonly OrderedRule[], judge: (rule: Rule, report: Report) => void): readonly Finding[] {
  let found: Finding[] | null = null;
  let judging: OrderedRule | undefined;
  // One function for all rules: most states have no breach, and there are many.
  const report: Report = (at, message, fix) => {
    if (judging) (found ??= []).push({ ...judging, at, message, fix });
  };
  for (judging of rules) judge(judging.rule, report);
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
  const { name, code, severity } = finding.rule;
  const at = [...base, ...finding.at];
  const fix = finding.fix && { at: [...base, ...finding.fix.at], value: finding.fix.value };
  return { code, rule: name, severity, at, state: stateOfPlace(at), message: finding.message, ...(fix ? { fix } : {}) };
}
