import type { InfrastructureSupport } from "@nkp-planner/core";
import type { Judgement, Say } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { supportStateOf } from "./support-end.ts";

/** What both rules of infrastructure say; `{product}` is its name. */
export const INFRASTRUCTURE_STATEMENTS = {
  ended: "{product} {version} has had no support since {day}, its last day.",
  ending: "{product} {version} is supported until {day}, for {left} more.",
  unknown: "Until when {product} {version} is supported is not known.",
} as const;

/** A product beneath the clusters, and where a fleet says its version. */
export interface Beneath {
  readonly product: InfrastructureSupport["product"];
  readonly title: string;
  readonly property: "prismCentral" | "aos";
}

export const PRISM_CENTRAL: Beneath = { product: "prism-central", title: "Prism Central", property: "prismCentral" };
export const AOS: Beneath = { product: "aos", title: "AOS", property: "aos" };

/** The version of a product that a fleet says, with its place; null: it says none. */
export function versionBeneath({ plan, fleet }: Checked, { title, property }: Beneath) {
  const version = plan.input.upgrades?.[property];
  if (version === undefined) return null;
  const about = { what: title, clusterName: null, poolName: null, place: fleet(["upgrades", property]) };
  return { version, about };
}

/** Judges the version that a fleet says of a product; nothing where it says none. */
export function* judgeSupport(
  checked: Checked,
  say: Say<keyof typeof INFRASTRUCTURE_STATEMENTS>,
  beneath: Beneath,
  withinDays: number,
): Iterable<Judgement<keyof typeof INFRASTRUCTURE_STATEMENTS>> {
  const said = versionBeneath(checked, beneath);
  if (said === null) return;
  const { version, about } = said;
  const found = checked.plan.context.catalog.upgradeFacts.infrastructure.find(
    (one) => one.product === beneath.product && one.version === version,
  );
  const words = { product: beneath.title, version };
  if (found === undefined) {
    yield say.unknown(about, "unknown", words);
    return;
  }
  const { state, left } = supportStateOf(found.supportEndsOn, checked.today, withinDays);
  if (state === "supported") yield say.pass(about);
  else yield say.fail(about, state, { ...words, day: found.supportEndsOn, left });
}
