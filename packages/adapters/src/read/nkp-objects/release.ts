import type { PathTold, ReleaseTold } from "@nkp-planner/core";
import type { Fields } from "./fields.ts";

/** `v1.35.2`, `1.35` and `1.35.x` are all of 1.35. */
const KUBERNETES = /^v?(\d+\.\d+)(?:\.\w+)?$/;

/** What a Release says; null: no version of its own, so nothing. */
export function releaseOf(fields: Fields): ReleaseTold | null {
  const version = fields.version("spec", "version");
  const releasedOn = fields.day("spec", "timeline", "releaseDate");
  const endOfLifeOn = fields.day("spec", "timeline", "endOfLifeDate");
  const kubernetes = fields.texts("spec", "supportedKubernetesVersions");
  const told = {
    releasedOn,
    endOfLifeOn,
    kubernetesMinors: kubernetes.flatMap((one) => KUBERNETES.exec(one)?.[1] ?? []),
    paths: Array.from({ length: fields.count("spec", "upgradePaths") }, (_, index) => pathOf(fields, index)).flat(),
    prismCentral: beneath(fields, "prismcentral"),
    aos: beneath(fields, "aos"),
  };
  if (version !== null) return { version, ...told };
  if (fields.at("spec", "version") === undefined) fields.notices.push(`${fields.title} names no version: left out.`);
  return null;
}

function pathOf(fields: Fields, index: number): readonly PathTold[] {
  const place = ["spec", "upgradePaths", index] as const;
  const from = fields.version(...place, "fromVersion");
  const isSupported = fields.flag(...place, "isSupported") ?? true;
  const reason = fields.text(...place, "reason");
  return from === null ? [] : [{ from, isSupported, reason }];
}

/** By its key in whatever spelling: the object's schema leaves that open. */
function beneath(fields: Fields, product: string): readonly string[] {
  const keys = Object.keys(fields.map("spec", "providerCompatibility"));
  const found = keys.filter((key) => key.toLowerCase().replaceAll(/[^a-z]/g, "") === product);
  return found.flatMap((key) => fields.texts("spec", "providerCompatibility", key));
}
