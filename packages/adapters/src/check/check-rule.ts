import type { Severity } from "@nkp-planner/core";
import type * as z from "zod";
import type { OptionSchema } from "../formats/options.ts";
import type { About } from "./subject/about.ts";
import type { Checked } from "./subject/checked.ts";
import type { CheckWords } from "./words.ts";

/** Sentences of a rule by their code; `{name}` stands for a word. */
export type CheckStatements = Readonly<Record<string, string>>;

/** What one rule says of one thing: it holds, it does not, or nobody can know from what was given. */
export type Judgement<Statement extends string = string> =
  | { readonly state: "pass"; readonly about: About }
  | {
      readonly state: "fail" | "unknown";
      readonly about: About;
      readonly statement: Statement;
      readonly words: CheckWords;
    };

/** A rule as lists, policies, pages and reports know it. */
export interface CheckRule {
  /** Stable: policies, baselines and addresses of pages name it. */
  readonly id: string;
  /** What is wrong where it does not hold, in a few words. */
  readonly title: string;
  /** How bad it is where a policy does not say. */
  readonly severity: Severity;
  /** How bad single statements are, where that is another severity. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** What it holds against what, in a sentence. */
  readonly summary: string;
  /** Why that matters, in a few sentences. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** Titles or addresses of what it rests on; empty: the plan alone. */
  readonly sources: readonly string[];
  /** Ids of rules whose finding at the same place already says what this one would: then it is left out. */
  readonly followsFrom?: readonly string[];
  /** What a policy may tell it, each with a description, an example and, unless it is only asked for, a default. */
  readonly thresholds: OptionSchema;
  /** Its sentences by their code. */
  readonly statements: CheckStatements;
  /**
   * One judgement for each thing that the rule is about: things that hold are among them, so that reports can say what
   * was looked at. @param thresholds as its schema reads them
   */
  judge(checked: Checked, thresholds: never): Iterable<Judgement>;
}

/** What a rule says of a thing, by its own statements. */
export interface Say<Statement extends string> {
  pass(about: About): Judgement<Statement>;
  fail(about: About, statement: Statement, words?: CheckWords): Judgement<Statement>;
  /** Where the condition cannot be known from what was given: never a pass. */
  unknown(about: About, statement: Statement, words?: CheckWords): Judgement<Statement>;
}

type RuleDraft<Table extends CheckStatements, Schema extends OptionSchema> = Omit<
  CheckRule,
  "judge" | "severities" | "statements" | "thresholds"
> & {
  readonly severities?: { readonly [Statement in keyof Table]?: Severity };
  readonly statements: Table;
  readonly thresholds: Schema;
  judge(
    checked: Checked,
    say: Say<keyof Table & string>,
    thresholds: z.output<Schema>,
  ): Iterable<Judgement<keyof Table & string>>;
};

/** A rule whose code says things by its own statements. Return nothing for what the rule is not about. */
export function defineCheckRule<const Table extends CheckStatements, Schema extends OptionSchema>({
  judge,
  ...rule
}: RuleDraft<Table, Schema>): CheckRule {
  type Statement = keyof Table & string;
  const say: Say<Statement> = {
    pass: (about) => ({ state: "pass", about }),
    fail: (about, statement, words = {}) => ({ state: "fail", about, statement, words }),
    unknown: (about, statement, words = {}) => ({ state: "unknown", about, statement, words }),
  };
  return { ...rule, judge: (checked, thresholds: z.output<Schema>) => judge(checked, say, thresholds) } as CheckRule;
}
