import type { Finding } from "../base/findings/finding.ts";
import type { Message, MessageValue } from "../base/findings/messages.ts";
import { type Statements, statementOf } from "../base/findings/statement.ts";

/**
 * What is said of a decision. Its words stand here and not in the table of all statements, so that who decides nothing
 * does not load them.
 */
const TEXTS = {
  "decision-no-weights": {
    kind: "method",
    text: "No weights are given, so nothing is ranked: what a criterion is worth is yours to say.",
    help: "Give a weight to one or more of {criteria}, such as --weight cost=3 --weight autonomy=2, or the same to all: --weight all=1.",
  },
  "decision-nothing-known": {
    kind: "unknown",
    text: "Nothing that has a weight is known of all models, so nothing is ranked.",
  },
  "decision-scale-compared": {
    kind: "method",
    text: "Scores run from the worst of the models compared, 0, to the best of them, 100: with another model beside them, or one less, they are others, and so may be the ranking.",
    help: "Give ends of your own to a scale, such as --scale {example}, where that matters.",
  },
  "decision-scale-exceeded": {
    kind: "reading",
    text: "{criterion} of {models} lies beyond the scale that is given: the score is that of its end.",
  },
  "decision-alike": {
    kind: "method",
    text: "{criteria}: all models are alike. This does not tell them apart, and each has 100.",
  },
  "decision-criterion-unknown": {
    kind: "unknown",
    text: "{criterion} is not known of {models}: left out of the ranking, which is not the same as 0.",
  },
  "decision-model-cannot-run": {
    kind: "reading",
    text: "{models} cannot run as it is described: in no scale and no ranking.",
  },
  "decision-one-thing-twice": {
    kind: "method",
    text: "{criteria} move together, as hours are part of the cost and the margin is what the cost leaves: who gives a weight to several counts one thing more than once.",
  },
  "decision-tenants-left-out": {
    kind: "reading",
    text: "Attached or self-managed is not answered for each tenant: that takes a model that can run in which each tenant has an attached cluster of its own, and one in which each has a self-managed one.",
  },
  "decision-tenant-unknown": {
    kind: "unknown",
    text: "{criterion} is not known of {tenants} in both ways: left out of what is advised for them.",
  },
  "decision-tenants-cost-alone": {
    kind: "method",
    text: "Without weights, what is advised for each tenant goes by cost alone.",
  },
  "decision-not-optimum": {
    kind: "method",
    text: "Each tenant is looked at as if all were attached, or all self-managed. Who is attached changes what the others pay of the plane, so the division made of this is not the best one there is: it is planned as a whole to see what it comes to.",
  },
  "decision-others-wait": {
    kind: "reading",
    text: "What an attached tenant does to others is not counted against it. Others wait {days} at least, all releases added, for {tenants}, who would be attached.",
  },
  "decision-against-own-pace": {
    kind: "reading",
    text: "Figures go against the wish of {tenants} for a pace of upgrades of their own: attached is advised.",
  },
  "decision-against-fleet-pace": {
    kind: "reading",
    text: "{tenants} would keep the pace of the fleet; figures advise a self-managed cluster all the same.",
  },
  "decision-tenant-because": {
    kind: "method",
    text: "{criterion}: {advised} instead of {other}",
  },
  "decision-tenant-as-wished": {
    kind: "method",
    text: "By what has a weight both ways come to the same: as its pace of upgrades has it",
  },
} as const satisfies Statements;

export type DecisionKey = keyof typeof TEXTS;

type Figures = Readonly<Record<string, MessageValue>>;

/** A sentence that brings its words along. */
export function decisionMessage(key: DecisionKey, figures: Figures = {}): Message {
  return { key, template: TEXTS[key].text, figures };
}

/** A statement about a decision. */
export function decisionFinding(key: DecisionKey, figures: Figures = {}): Finding {
  return statementOf(TEXTS, "decision", key, { figures });
}
