import type { JsonObject, JsonValue, Random } from '../../base/index';
import type { TaskResults } from '../../services/index';
import type { Program } from '../../simulator/index';
import { queryLanguageOf, stateAt, typeOf } from '../../workflow/index';
import { attempt, type Attempt } from './attempt';
import { choiceAlone, type ChoiceAlone } from './choiceSearch';
import { goalsOf, type Goal } from './goals';
import type { Plan } from './plan';
import { failsByData, repairs } from './repair';

/** A plan that is worth keeping, and what it is the first to go through. */
export interface Kept {
  readonly attempt: Attempt;
  /** What it was made for. */
  readonly title: string;
  readonly news: readonly string[];
}

/** Attempts of one search, and of one repair. */
const mostAttempts = 4_000;
const mostRepairs = 60;
/** Ways that are tried to mend one state. */
export const mostRepairsOfState = 60;

/** What a search has found so far: runs to go on from, and what they have taken. */
export class Search {
  readonly goals: readonly Goal[];
  readonly kept: Kept[] = [];
  readonly taken = new Set<string>();
  /** Why a goal was not reached when it was tried last. */
  readonly whys = new Map<string, string>();
  /** Runs that came to states, to go on from; those of kept plans among them. */
  private readonly bases: Attempt[] = [];
  private readonly choices = new Map<string, ChoiceAlone | undefined>();
  private attempts = 0;

  constructor(
    readonly definition: JsonObject,
    readonly random: Random,
    private readonly program: Program,
    private readonly type: 'STANDARD' | 'EXPRESS',
    private readonly results: TaskResults | undefined,
  ) {
    this.goals = goalsOf(definition);
  }

  get isUsedUp(): boolean {
    return this.attempts >= mostAttempts;
  }

  async once(plan: Plan): Promise<Attempt> {
    this.attempts++;
    const made = await attempt(this.program, plan, this.type, {}, this.results);
    const isNew = (state: string): boolean => !this.bases.some(({ met }) => met.has(state));
    if ([...made.met.keys()].some(isNew)) this.bases.push(made);
    return made;
  }

  /** Runs a plan, and mends it where it fails by its data. */
  async run(plan: Plan): Promise<Attempt> {
    let best = await this.once(plan);
    for (let i = 0; i < mostRepairs && failsByData(best); i++) {
      const better = await this.mend(best);
      if (better === undefined) return best;
      best = better;
    }
    return best;
  }

  private async mend(failed: Attempt): Promise<Attempt | undefined> {
    const plans = repairs(this.definition, failed, failed.failure?.state ?? '');
    for (const plan of plans.slice(0, mostRepairsOfState)) {
      const next = await this.once(plan);
      const elsewhere = whatFailed(next) !== whatFailed(failed) && next.met.size === failed.met.size;
      if (!failsByData(next) || next.met.size > failed.met.size || elsewhere) return next;
      if (this.isUsedUp) return undefined;
    }
    return undefined;
  }

  /**
   * Keeps a run that takes what none before took; `extra` is what it shows besides. One that goes round without end is
   * no test: it is only gone on from.
   */
  keep(made: Attempt, title: string, extra: readonly string[] = []): boolean {
    if (made.endless) {
      this.bases.push(made);
      return false;
    }
    const news = [...made.taken, ...extra].filter((key) => !this.taken.has(key));
    if (news.length === 0) return false;
    for (const key of news) this.taken.add(key);
    this.kept.push({ attempt: made, title, news });
    this.bases.push(made);
    return true;
  }

  /** Runs that came to a state: those that end first, the latest of them before others. */
  basesOf(state: string): readonly Attempt[] {
    const met = this.bases.filter((each) => each.met.has(state)).reverse();
    return [...met].sort((a, b) => Number(a.endless) - Number(b.endless)).slice(0, 4);
  }

  /** The Choice that a goal leaves; undefined where it leaves another state. */
  choiceOf({ from, state: path }: Goal): ChoiceAlone | undefined {
    if (this.choices.has(from)) return this.choices.get(from);
    const state = stateAt(this.definition, path);
    const isChoice = state !== undefined && typeOf(state) === 'Choice';
    const alone = isChoice ? choiceAlone(from, state, queryLanguageOf(this.definition, path)) : undefined;
    this.choices.set(from, alone);
    return alone;
  }
}

/** The place of a failure: what it says of the value there does not count. */
function whatFailed({ failure }: Attempt): string {
  const parts = (failure?.cause ?? '').split(
    / had the following error| threw an error| returned | could not be found in /,
  );
  return `${failure?.state ?? ''} ${parts[0] ?? ''}`;
}

/** The first answer of a task in a run. */
export function answerOf({ plan }: Attempt, task: string): { readonly output?: JsonValue } {
  const output = plan.answers[task]?.[0];
  return output === undefined ? {} : { output };
}
