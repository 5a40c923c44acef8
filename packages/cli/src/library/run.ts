import { InputError, type OnStep, type PlanningLimits, type PlanningStep, PlanningStopped } from "@nkp-planner/core";
import { plainCopy, propertiesOf } from "./plain-copy.ts";
import { type Problem, type ProblemPlace, placeOf, problemOfFinding } from "./problem.ts";
import { answered, type Result, refused } from "./result.ts";

/** How large a fleet may be, and how long planning may take; left out: as large and as long as it is. */
export interface Limits {
  /** Pods of all tenants together. */
  readonly pods?: number;
  /** How many there are on the day that is planned. */
  readonly tenants?: number;
  /**
   * That planning may hold the thread, not that others hold it meanwhile: a signal such as `AbortSignal.timeout(2000)` ends
   * by the clock. Looked at before each cluster and now and then within a large one; what lies between is never cut.
   */
  readonly milliseconds?: number;
}

/** How far planning has come; said before each cluster that is counted for the first time. */
export interface Progress {
  /** The model that is planned. */
  readonly modelId: string;
  /** The cluster whose nodes are counted next; null: the hosts under all of them. */
  readonly clusterName: string | null;
  /** Clusters of this model that are counted. */
  readonly done: number;
  /** Clusters that this model has. */
  readonly of: number;
}

/** How to wait for an answer. */
export interface RunOptions {
  readonly limits?: Limits;
  /** Called before each cluster; what it throws ends planning and is thrown on. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How to wait for an answer that is given later. */
export interface AsyncRunOptions extends RunOptions {
  /** Ends planning before its next cluster; the result then says so. */
  readonly signal?: AbortSignal;
}

/** Milliseconds on a clock that only goes forward. */
const now = () => performance.now();
const MILLISECONDS_PER_SECOND = 1000;
/** So long does planning keep the thread before others come to it. */
const SLICE_MILLISECONDS = 25;

/** Thrown before a cluster that comes after the slice: what was counted is kept, and planning begins again behind it. */
class Paused extends Error {}
class Aborted extends Error {}

/** One question's way through the planner: what each step of its plans looks at. */
export class Run {
  readonly limits: PlanningLimits;
  readonly #options: AsyncRunOptions;
  readonly #milliseconds: number;
  #isSliced = false;
  #began = 0;
  /** So long did earlier attempts hold the thread. */
  #heldMilliseconds = 0;
  #sliceEnds = Number.POSITIVE_INFINITY;
  /** Steps of this attempt, and of the one that came furthest. */
  #stepCount = 0;
  #mostStepCount = 0;
  #last: PlanningStep | null = null;

  constructor(options: AsyncRunOptions) {
    const { pods, tenants, milliseconds = Number.POSITIVE_INFINITY } = options.limits ?? {};
    this.#options = options;
    this.#milliseconds = milliseconds;
    this.limits = {
      ...(pods === undefined ? {} : { mostPodCount: pods }),
      ...(tenants === undefined ? {} : { mostTenantCount: tenants }),
    };
  }

  /** @throws PlanningStopped, and what ends an attempt for a while or for good */
  readonly onStep: OnStep = (step) => {
    const isNew = step !== this.#last;
    this.#last = step;
    if (this.#options.signal?.aborted === true) throw new Aborted();
    if (this.#heldMilliseconds + now() - this.#began > this.#milliseconds)
      throw new PlanningStopped(this.#milliseconds / MILLISECONDS_PER_SECOND, step);
    if (!isNew) return;
    this.#stepCount += 1;
    if (this.#stepCount <= this.#mostStepCount) return;
    // What was counted is walked through again in each attempt: for never more than half of the time.
    const isFirst = this.#stepCount === this.#mostStepCount + 1;
    if (isFirst) this.#sliceEnds = now() + Math.max(SLICE_MILLISECONDS, now() - this.#began);
    else if (this.#isSliced && now() > this.#sliceEnds) {
      this.#mostStepCount = this.#stepCount - 1;
      throw new Paused();
    }
    const { model, clusterName, clusterNumber, clusterCount } = step;
    this.#options.onProgress?.({ modelId: model.id, clusterName, done: clusterNumber - 1, of: clusterCount });
  };

  now<T>(make: () => Result<T>): Result<T> {
    this.#begin();
    return this.#ended(make);
  }

  /** The same, leaving the thread to others between clusters. */
  async later<T>(make: () => Result<T>): Promise<Result<T>> {
    this.#isSliced = true;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#begin();
      try {
        return this.#ended(make);
      } catch (error) {
        if (!(error instanceof Paused)) throw error;
        this.#heldMilliseconds += now() - this.#began;
      }
    }
  }

  #begin(): void {
    this.#began = now();
    this.#stepCount = 0;
    this.#last = null;
  }

  #ended<T>(make: () => Result<T>): Result<T> {
    try {
      if (this.#options.signal?.aborted === true) throw new Aborted();
      return make();
    } catch (error) {
      if (error instanceof Aborted) return refused([ABORTED]);
      if (error instanceof PlanningStopped) return refused([tooLong(this.#milliseconds, error.step)]);
      throw error;
    }
  }
}

const ABORTED: Problem = {
  code: "aborted",
  in: "options",
  path: ["signal"],
  found: "a signal that ended it",
  expected: "to plan to the end",
  fix: "ask again",
};

function tooLong(milliseconds: number, step: PlanningStep | null): Problem {
  const at = step === null ? "" : ` at ${step.clusterName ?? "the hosts"} of ${step.model.title}`;
  const expected = `at most ${milliseconds} milliseconds`;
  const fix = "plan fewer or smaller tenants at a time, or raise limits.milliseconds";
  return { code: "too-long", in: "options", path: ["limits", "milliseconds"], found: `more${at}`, expected, fix };
}

/** Does something with what was given; what that says of it are problems, every other error is a fault of the program. */
export function attempt<T>(where: ProblemPlace, raw: unknown, make: () => T): Result<T> {
  try {
    return answered(make());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refused(error.findings.map((finding) => problemOfFinding(finding, placeOf(finding) ?? where, raw)));
  }
}

/** Reads the plain part of options: what is no data in them is taken as it is. */
export function optionsOf<T extends object>(
  given: unknown = {},
): { readonly value: T; readonly problems: readonly Problem[] } {
  const all = propertiesOf(given);
  if (all === null) return { value: {} as T, problems: [NO_OPTIONS] };
  const { signal, onProgress, model, models, against, ...data } = all;
  const { value, problems } = plainCopy(data, "options");
  return { value: { ...(value as object), signal, onProgress, model, models, against } as T, problems };
}

export const NO_OPTIONS: Problem = {
  code: "wrong-type",
  in: "options",
  path: [],
  found: "no map of options",
  expected: "options",
  fix: 'write for example { model: "hybrid" }',
};
