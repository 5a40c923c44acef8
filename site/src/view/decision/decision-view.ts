import {
  type Decision,
  type Finding,
  isInfeasible,
  type MeasureUnit,
  measureValue,
  messageText,
  type Problem,
  turnSentences,
  verdictSentence,
  WAYS,
} from "@nkp-planner/core";
import { planTitle } from "../plan-title.ts";
import type { Writer } from "../writer.ts";

/** Weights as typed, by the criterion's id. */
export type Weights = Readonly<Record<string, string>>;

/** What becomes of weights. */
export interface DecisionAnswer {
  /** null: a weight cannot be read, or the upgrades of a model cannot be played. */
  readonly view: DecisionView | null;
  readonly weightProblems: readonly { readonly criterionId: string; readonly expected: string }[];
  readonly problems: readonly Problem[];
}

/** Models judged by the visitor's weights. */
export interface DecisionView {
  readonly verdict: string;
  readonly models: readonly { readonly modelId: string; readonly title: string }[];
  readonly criteria: readonly CriterionRow[];
  /** null: nothing is ranked. */
  readonly totals: { readonly scores: readonly string[]; readonly places: readonly string[] } | null;
  /** How far one weight can move, all others as they are. */
  readonly turns: readonly string[];
  readonly tenants: TenantsView | null;
  /** What the ranking rests on. */
  readonly notes: readonly string[];
}

export interface CriterionRow {
  readonly id: string;
  readonly title: string;
  /** What it measures, and which way is better. */
  readonly measures: string;
  /** In the order of the models. */
  readonly cells: readonly { readonly value: string; readonly score: string }[];
}

/** Attached or self-managed, tenant by tenant. */
export interface TenantsView {
  /** Titles of what stands for each tenant. */
  readonly columns: readonly string[];
  readonly rows: readonly TenantWayRow[];
  readonly reasons: readonly { readonly name: string; readonly text: string }[];
  readonly division: string;
  readonly divisionRows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

export interface TenantWayRow {
  readonly key: string;
  readonly name: string;
  readonly way: string;
  readonly isAdvised: boolean;
  /** That it is advised, and against what the tenant's pace of upgrades asks for. */
  readonly mark: string;
  readonly cells: readonly string[];
  readonly lead: string;
}

/** What stands for each tenant, whatever has a weight. */
const SHOWN = ["cost", "margin", "autonomy", "effort"];
const DECISION = "decision";
const NONE = "—";

export function decisionView(decision: Decision, writer: Writer): DecisionView {
  const { models, criteria, ranking, findings } = decision;
  const sentence = ({ message }: Finding) => messageText(message, writer.inSentence);
  const own = findings.filter(({ ruleId }) => ruleId === DECISION);
  const currency = models[0]?.plan.currency ?? "EUR";
  return {
    verdict: verdictSentence(decision, writer.number, sentence),
    models: models.map(({ plan }) => ({ modelId: plan.model.id, title: planTitle(plan) })),
    criteria: criteria.map(({ id, title, measures, better, unit, models: measured }) => ({
      ...{ id, title },
      measures: `${measures} ${better === "less" ? "Less" : "More"} is better.`,
      cells: measured.map(({ value, score }) => ({
        value: measureText(value, unit, currency, writer),
        score: score === null ? NONE : writer.number(score, 1),
      })),
    })),
    totals: totalsOf(decision, writer),
    turns: turnSentences(decision, writer.number),
    tenants: tenantsView(decision, writer),
    // Why nothing is ranked stands in the verdict's place.
    notes: (ranking === null ? own.slice(1) : own).map(sentence),
  };
}

function totalsOf({ models, ranking }: Decision, writer: Writer): DecisionView["totals"] {
  if (ranking === null) return null;
  const ranked = models.map(({ model }) => ranking.find(({ modelId }) => modelId === model.id));
  const isShared = (rank: number) => ranking.filter((one) => one.rank === rank).length > 1;
  return {
    scores: ranked.map((one) => (one === undefined ? NONE : writer.number(one.totalScore, 1))),
    places: ranked.map((one) => (one === undefined ? NONE : `${one.rank}${isShared(one.rank) ? ", shared" : ""}`)),
  };
}

function tenantsView({ tenants, criteria, models }: Decision, writer: Writer): TenantsView | null {
  if (tenants === null) return null;
  const { choices, division, measures } = tenants;
  const { currency } = division.plan;
  const shown = SHOWN.flatMap((id) => criteria.find((one) => one.id === id) ?? []);
  const attachedCount = choices.filter(({ advised }) => advised === "attached").length;
  const cannot = isInfeasible(division.plan) ? " It cannot run as it is described." : "";
  return {
    columns: shown.map(({ title }) => title),
    rows: choices.flatMap(({ tenantId, name, advised, wished, leadScore, measures: ofTenant }) =>
      WAYS.map((way): TenantWayRow => {
        const isAdvised = way === advised;
        const cells = shown.map(({ id, unit }) => {
          const measure = ofTenant.find(({ criterionId }) => criterionId === id);
          const value = way === "attached" ? measure?.attachedValue : measure?.selfManagedValue;
          return measureText(value ?? null, unit, currency, writer);
        });
        const mark = !isAdvised ? "" : wished === way ? "advised" : "advised, against its pace";
        return {
          key: `${tenantId} ${way}`,
          name,
          way,
          isAdvised,
          mark,
          cells,
          lead: isAdvised ? writer.number(leadScore, 1) : "",
        };
      }),
    ),
    reasons: choices.map(({ name, advised, because, against }) => {
      const counter = against === null ? "" : ` Against it: ${messageText(against, writer.inSentence)}.`;
      return { name, text: `${name}: ${advised}. ${messageText(because, writer.inSentence)}.${counter}` };
    }),
    division: `All as advised, planned as a whole: ${attachedCount} attached, ${choices.length - attachedCount} self-managed.${cannot}`,
    divisionRows: shown.map(({ id, title, unit, models: measured }) => {
      const own = measures.find(({ criterionId }) => criterionId === id)?.value ?? null;
      const others = models.map(({ model }) => measured.find(({ modelId }) => modelId === model.id)?.value ?? null);
      return { title, cells: [own, ...others].map((value) => measureText(value, unit, currency, writer)) };
    }),
  };
}

/** A measure in a column whose heading has the unit. */
function measureText(value: number | null, unit: MeasureUnit, currency: string, writer: Writer): string {
  if (value === null) return "not known";
  const written = measureValue(value, unit, currency);
  if (written.kind === "money") return writer.amount(written.value);
  return written.kind === "ratio" ? writer.ratio(value) : writer.number(value, 1);
}
