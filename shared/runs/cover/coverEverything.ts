import { type JsonObject, type JsonValue, type Random, type Result, fail, ok, seededRandom } from '../../base/index';
import { compile, type Program } from '../../simulator/index';
import { allStates, queryLanguageOf, stateAt, typeOf, type StatePath } from '../../workflow/index';
import type { TaskMock } from '../mocks';
import { attempt, retrierKey, type Attempt, type Met } from './attempt';
import { changesFor, choiceAlone, type Change, type ChoiceAlone } from './choiceSearch';
import { errorsOf, failingTasks, goalsOf, handlersOf, type Goal } from './goals';
import { marked, placesIn, type Place } from './marks';
import { itemWays } from './mentions';
import { thenAs, withFailure, withPlaced, type Plan } from './plan';
import { failsByData, repairs } from './repair';
import { sourcesOf } from './values';

/** A plan that is worth keeping, and what it is the first to go through. */
export interface Kept {
  readonly attempt: Attempt;
  /** What it was made for. */
  readonly title: string;
  readonly news: readonly string[];
}

export interface Unreached {
  readonly goal: Goal;
  readonly why: string;
}

export interface Coverage {
  readonly goals: readonly Goal[];
  readonly kept: readonly Kept[];
  readonly unreached: readonly Unreached[];
}

/**
 * Finds inputs and answers of tasks by which the runs of a definition take every transition: by marking what a run is
 * given, seeing where the marks come to stand, and searching the values that each Choice tells apart. Every plan has been
 * run. Beside transitions it covers retriers that heal and are exhausted, empty lists, failing items and timeouts.
 */
export async function coverEverything(
  definition: JsonObject,
  type: 'STANDARD' | 'EXPRESS',
  seed = 1,
): Promise<Result<Coverage, string>> {
  const program = compile(definition);
  if (!program.ok) return fail(program.problem.map(({ message }) => message).join('; '));
  return ok(await new Search(definition, program.value, type, seededRandom(seed)).all());
}

/** Attempts of one search at most, and to repair one plan. */
const mostAttempts = 4_000;
const mostRepairs = 60;
const mostRepairsOfState = 60;

class Search {
  private readonly goals: readonly Goal[];
  private readonly kept: Kept[] = [];
  /** Runs that came to states, to go on from; those of kept plans among them. */
  private readonly bases: Attempt[] = [];
  private readonly taken = new Set<string>();
  private readonly choices = new Map<string, ChoiceAlone | undefined>();
  private readonly whys = new Map<string, string>();
  private attempts = 0;

  constructor(
    private readonly definition: JsonObject,
    private readonly program: Program,
    private readonly type: 'STANDARD' | 'EXPRESS',
    private readonly random: Random,
  ) {
    this.goals = goalsOf(definition);
  }

  async all(): Promise<Coverage> {
    const empty: Plan = { input: marked({}, { task: null, path: [] }), answers: {}, chosen: new Set(), failures: {} };
    this.keep(await this.run(empty), 'As samples say');
    for (let progress = true; progress && this.attempts < mostAttempts;) {
      progress = false;
      for (const goal of this.goals) {
        if (this.taken.has(goal.key) || this.attempts >= mostAttempts) continue;
        if (await this.reach(goal)) progress = true;
      }
    }
    await this.handlers();
    const open = this.goals.filter(({ key }) => !this.taken.has(key));
    return { goals: this.goals, kept: this.kept, unreached: open.map((goal) => ({ goal, why: this.whyNot(goal) })) };
  }

  /** Runs a plan, and mends it where it fails by its data. */
  private async run(plan: Plan): Promise<Attempt> {
    let best = await this.once(plan);
    for (let i = 0; i < mostRepairs && failsByData(best); i++) {
      const better = await this.mend(best);
      if (better === undefined) return best;
      best = better;
    }
    return best;
  }

  private async mend(failed: Attempt): Promise<Attempt | undefined> {
    for (const plan of repairs(this.definition, failed, failed.failure?.state ?? '').slice(0, mostRepairsOfState)) {
      const next = await this.once(plan);
      const sameFailure =
        next.failure?.state === failed.failure?.state && next.failure?.cause === failed.failure?.cause;
      if (!failsByData(next) || next.met.size > failed.met.size || (!sameFailure && next.met.size === failed.met.size))
        return next;
      if (this.attempts >= mostAttempts) return undefined;
    }
    return undefined;
  }

  private async once(plan: Plan): Promise<Attempt> {
    this.attempts++;
    const made = await attempt(this.program, plan, this.type);
    const isNew = (state: string): boolean => !this.bases.some(({ met }) => met.has(state));
    if ([...made.met.keys()].some(isNew)) this.bases.push(made);
    return made;
  }

  private keep(made: Attempt, title: string, extra: readonly string[] = []): boolean {
    const news = [...made.taken, ...extra].filter((key) => !this.taken.has(key));
    if (news.length === 0) return false;
    for (const key of news) this.taken.add(key);
    this.kept.push({ attempt: made, title, news });
    this.bases.push(made);
    return true;
  }

  private async reach(goal: Goal): Promise<boolean> {
    const title = titleOf(goal);
    const bases = this.basesOf(goal.from);
    for (const base of bases) {
      const found = goal.slot.kind === 'catch' ? await this.fails(goal, base) : await this.leads(goal, base);
      if (found !== undefined) return this.keep(found, title);
    }
    return false;
  }

  /** Kept runs that came to a state, those that end first. */
  private basesOf(state: string): readonly Attempt[] {
    const met = this.bases.filter((each) => each.met.has(state)).reverse();
    return [...met].sort((a, b) => Number(a.endless) - Number(b.endless)).slice(0, 4);
  }

  private async leads(goal: Goal, base: Attempt): Promise<Attempt | undefined> {
    const alone = this.choiceOf(goal);
    if (alone === undefined) return this.passes(goal, base);
    let known = false;
    for (const met of (base.met.get(goal.from) ?? []).slice(0, 2)) {
      for (const changes of await changesFor(alone, goal, met, this.random)) {
        known = true;
        for (const nth of [0, 1, 2]) {
          const plan = placedPlan(base.plan, met, changes, nth);
          const made = plan === undefined ? undefined : await this.run(plan);
          if (made?.taken.has(goal.key) === true) return this.leaving(made, base, goal);
        }
      }
      const found = known ? await this.blind(goal, base, met, alone) : undefined;
      if (found !== undefined) return found;
    }
    this.whys.set(
      goal.key,
      known
        ? 'What the rule reads is made by the workflow itself: no input and no answer of a task was found that changes it so.'
        : 'No data was found for which this rule is the first that holds.',
    );
    return undefined;
  }

  /** A state that was entered and not left: what it and the states inside it read is mended. */
  private async passes(goal: Goal, base: Attempt): Promise<Attempt | undefined> {
    let best = base;
    for (let i = 0; i < 12; i++) {
      let better: Attempt | undefined;
      for (const plan of repairs(this.definition, best, goal.from).slice(0, mostRepairsOfState)) {
        if (this.attempts >= mostAttempts) return undefined;
        const made = await this.run(plan);
        if (made.taken.has(goal.key)) return made;
        if (better === undefined && made.taken.size + made.met.size > best.taken.size + best.met.size) better = made;
      }
      if (better === undefined) return undefined;
      best = better;
    }
    return undefined;
  }

  /** Where what a Choice reads was made out of other data: every value at every place that feeds it. */
  private async blind(goal: Goal, base: Attempt, met: Met, alone: ChoiceAlone): Promise<Attempt | undefined> {
    const feeding = [
      ...placesIn(met.input, 12),
      ...Object.values(met.variables).flatMap((value) => placesIn(value, 6)),
    ];
    const given = [
      ...placesIn(base.plan.input, 8),
      ...Object.values(base.plan.answers).flatMap((all) => placesIn(all[0] ?? null, 4)),
    ];
    let tries = 0;
    for (const place of [...feeding, ...given]) {
      for (const value of alone.values.slice(0, 14)) {
        if (++tries > 150 || this.attempts >= mostAttempts) return undefined;
        for (const at of aboveOf(place)) {
          const made = await this.once(withPlaced(base.plan, at, value));
          if (made.taken.has(goal.key)) return this.leaving(made, base, goal);
        }
      }
    }
    return undefined;
  }

  /** A run that goes round without end is given another answer after the first round. */
  private async leaving(made: Attempt, base: Attempt, goal: Goal): Promise<Attempt> {
    if (!made.endless) return made;
    for (const other of [base, ...this.basesOf(goal.from)]) {
      const left = await this.once(thenAs(made.plan, other.plan));
      if (left.taken.has(goal.key) && !left.endless) return left;
    }
    return made;
  }

  private choiceOf(goal: Goal): ChoiceAlone | undefined {
    if (this.choices.has(goal.from)) return this.choices.get(goal.from);
    const state = stateAt(this.definition, goal.state);
    const isChoice = state !== undefined && typeOf(state) === 'Choice';
    const alone = isChoice ? choiceAlone(goal.from, state, queryLanguageOf(this.definition, goal.state)) : undefined;
    this.choices.set(goal.from, alone);
    return alone;
  }

  private async fails(goal: Goal, base: Attempt): Promise<Attempt | undefined> {
    const state = stateAt(this.definition, goal.state);
    if (state === undefined || goal.slot.kind !== 'catch') return undefined;
    const catcher = handlersOf(state, 'Catch')[goal.slot.index];
    const tasks = failingTasks(this.definition, goal.state);
    for (const task of tasks.slice(0, 6))
      for (const mock of this.failuresOf(task, errorsOf(catcher))) {
        const made = await this.run(withFailure(base.plan, task, mock));
        if (made.taken.has(goal.key)) return made;
      }
    this.whys.set(
      goal.key,
      tasks.length === 0
        ? 'No task is there that could fail: nothing that a test gives makes this state fail.'
        : 'An earlier handler takes every error that the tasks of this state can fail with.',
    );
    return undefined;
  }

  private failuresOf(task: string, names: readonly string[]): readonly TaskMock[] {
    const state = allStates(this.definition).find((each) => each.name === task)?.state ?? {};
    const timed = 'TimeoutSeconds' in state || 'TimeoutSecondsPath' in state || 'HeartbeatSeconds' in state;
    return names.flatMap((name): TaskMock[] => {
      const mock = (error: string): TaskMock => ({ kind: 'fail', error, cause: 'To cover its handler' });
      if (name === 'States.ALL' || name === 'States.TaskFailed') return [mock('Simulated.Failure')];
      const isTimeout = name === 'States.Timeout' || name === 'States.HeartbeatTimeout';
      return isTimeout && timed ? [{ kind: 'never' }, mock(name)] : [mock(name)];
    });
  }

  /** Retriers that heal and are exhausted, timeouts, empty lists and failing items. */
  private async handlers(): Promise<void> {
    for (const { name, path, state } of allStates(this.definition)) {
      const [base] = this.basesOf(name);
      if (base === undefined || this.attempts >= mostAttempts) continue;
      for (const [index, retrier] of handlersOf(state, 'Retry').entries())
        await this.retried(name, path, index, errorsOf(retrier), base);
      if ('TimeoutSeconds' in state && typeOf(state) === 'Task')
        this.keep(await this.once(withFailure(base.plan, name, { kind: 'never' })), `${name} times out`, [
          `${name} timeout`,
        ]);
      if (typeOf(state) === 'Map') await this.items(name, path, base);
    }
  }

  private async retried(
    name: string,
    path: StatePath,
    index: number,
    errors: readonly string[],
    base: Attempt,
  ): Promise<void> {
    const [task] = failingTasks(this.definition, path);
    const [mock] = task === undefined ? [] : this.failuresOf(task, errors);
    if (task === undefined || mock?.kind !== 'fail') return;
    const { error, cause } = mock;
    const healed = await this.once(
      withFailure(base.plan, task, { kind: 'failFirst', times: 1, error, cause, ...outputOf(base, task) }),
    );
    if (healed.taken.has(retrierKey(name, index)))
      this.keep(healed, `${name} heals, retrier ${String(index + 1)}`, [`${name} healed${String(index)}`]);
    const exhausted = await this.once(withFailure(base.plan, task, mock));
    if (exhausted.taken.has(retrierKey(name, index)))
      this.keep(exhausted, `${name} fails for good, retrier ${String(index + 1)}`, [
        `${name} exhausted${String(index)}`,
      ]);
  }

  private async items(name: string, path: StatePath, base: Attempt): Promise<void> {
    const met = base.met.get(name)?.[0];
    for (const read of met === undefined ? [] : itemWays(stateAt(this.definition, path) ?? {})) {
      const [place] = sourcesOf(met?.input ?? null, read);
      if (place !== undefined)
        this.keep(await this.once(withPlaced(base.plan, place, [])), `${name} has no items`, [`${name} empty`]);
    }
    const [task] = failingTasks(this.definition, path);
    if (task === undefined) return;
    const mock: TaskMock = { kind: 'fail', error: 'Simulated.Failure', cause: 'To cover a failing item' };
    this.keep(await this.once(withFailure(base.plan, task, mock)), `An item of ${name} fails`, [`${name} failing`]);
  }

  private whyNot(goal: Goal): string {
    const why = this.whys.get(goal.key);
    if (why !== undefined) return why;
    if (!this.bases.some(({ met }) => met.has(goal.from))) return `No run comes to “${goal.from}”.`;
    return `“${goal.from}” was entered, but no run went on from there.`;
  }
}

function titleOf({ from, target, slot }: Goal): string {
  return slot.kind === 'catch' ? `${from} fails, caught by ${target}` : `${from} → ${target}`;
}

function outputOf({ plan }: Attempt, task: string): { readonly output?: JsonValue } {
  const output = plan.answers[task]?.[0];
  return output === undefined ? {} : { output };
}

/** The plan with the changes where what they change comes from; undefined where one comes from nowhere. */
function placedPlan(plan: Plan, met: Met, changes: readonly Change[], nth: number): Plan | undefined {
  let next = plan;
  for (const { variable, path, value } of changes) {
    const data = variable === null ? met.input : (met.variables[variable] ?? null);
    const sources = sourcesOf(data, path);
    const place = sources[nth] ?? (changes.length > 1 ? sources[0] : undefined);
    if (place === undefined) return undefined;
    next = withPlaced(next, place, value);
  }
  return next;
}

/** A place, and the lists and objects that it stands in. */
function aboveOf(place: Place): readonly Place[] {
  const above = place.path.slice(0, -1);
  return above.length === 0 ? [place] : [place, { ...place, path: above }];
}
