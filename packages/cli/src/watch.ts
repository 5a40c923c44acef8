import {
  type Finding,
  findingText,
  leftOutBy,
  type OnStep,
  type PlanningStep,
  PlanningStopped,
  stoppedAt,
  untilStopped,
} from "@nkp-planner/core";
import { UNFIT } from "./allowances.ts";
import { paragraph } from "./human/paragraph.ts";
import { stepText } from "./human/stopped.ts";
import { EXIT, type ShellProcess } from "./shell.ts";

export interface LimitFlags {
  readonly limitSeconds?: number;
}

/** Watches the clock while a command plans: says what it is at, and ends it where its time is up. */
export class Watch {
  readonly #process: ShellProcess;
  readonly #limitSeconds: number;
  readonly #said: Finding[] = [];
  #part = "";
  #step: PlanningStep | null = null;

  constructor(process: ShellProcess, { limitSeconds = Number.POSITIVE_INFINITY }: LimitFlags) {
    this.#process = process;
    this.#limitSeconds = limitSeconds;
  }

  /** What was not planned, for the head of the output. */
  get findings(): readonly Finding[] {
    return this.#said;
  }

  /** Looks at the clock before each step of a plan. @throws PlanningStopped where the time is up */
  readonly onStep: OnStep = (step) => {
    this.#step = step;
    this.#look(this.#part === "" ? stepText(step) : `${this.#part}: ${stepText(step)}`);
  };

  /** The same before each plan of a question. @param part what is planned next: `37 of 500 tenants` */
  at(part: string): void {
    this.#part = part;
    this.#look(part);
  }

  /**
   * Makes one after the other until the time is up; `unmade` says what is left then.
   * @throws PlanningStopped where not even the first is made
   */
  each<Item, Made>(
    items: readonly Item[],
    make: (item: Item) => Made,
    unmade: (stopped: PlanningStopped, madeCount: number) => Finding,
  ): readonly Made[] {
    const made: Made[] = [];
    const stopped = untilStopped(items, (item) => made.push(make(item)));
    if (stopped !== null) this.say(unmade(stopped, made.length));
    return made;
  }

  /** Makes a part of an answer that may be left out; null where the time was up. @param name `the trials` */
  orNull<Made>(name: string, make: () => Made): Made | null {
    try {
      return make();
    } catch (error) {
      return this.#leftOut(name, error);
    }
  }

  /** The same of what comes later. */
  async orNullLater<Made>(name: string, make: () => Promise<Made>): Promise<Made | null> {
    try {
      return await make();
    } catch (error) {
      return this.#leftOut(name, error);
    }
  }

  /** Says so where less was made than was asked: 3 of 14 ranges. @param of what is counted: `ranges` */
  sayShort(madeCount: number, askedCount: number, of: string): void {
    if (madeCount < askedCount) this.say(stoppedAt(new PlanningStopped(this.#limitSeconds), madeCount, askedCount, of));
  }

  /** Says on standard error that an answer is not whole, and sets the exit code. */
  say(finding: Finding): void {
    this.#said.push(finding);
    this.#process.stderr.write(`${paragraph(`${UNFIT}. ${findingText(finding)}`)}\n`);
    this.#process.exitCode = EXIT.refused;
  }

  #leftOut(name: string, error: unknown): null {
    if (!(error instanceof PlanningStopped)) throw error;
    this.say(leftOutBy(error, [name]));
    return null;
  }

  #look(text: string): void {
    this.#process.say(`Planning ${text}`);
    // Never before the first cluster, so that there is a place to name.
    if (this.#step !== null && this.#process.uptime() >= this.#limitSeconds)
      throw new PlanningStopped(this.#limitSeconds, this.#step);
  }
}
