import type { VersionStep } from "../base/versions/step.ts";
import { documentKindOf } from "./document-kind.ts";
import { tooOld } from "./older-refused.ts";

/** 1.1 gave plans hosts, prices of tenants and one-off cost; an opened figure stayed as it was. */
export const from10: VersionStep = {
  from: "1.0",
  to: "1.1",
  take: (old) =>
    documentKindOf(old) === "figure"
      ? { data: old, changes: [] }
      : tooOld(old, "1.0", "it has no hosts and no prices of tenants"),
};
