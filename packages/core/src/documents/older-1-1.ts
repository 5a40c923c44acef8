import { findingOf } from "../base/findings/finding.ts";
import type { VersionStep } from "../base/versions/step.ts";
import { documentKindOf } from "./document-kind.ts";
import { findingPart } from "./finding-part.ts";
import { tooOld } from "./older-refused.ts";

const FROM = "1.1";
const TO = "2.0";

const SILENT = findingOf("input", "older-form.silent", { figures: { from: { kind: "text", value: FROM } } });

/** 2.0 says of each line of the bill whether it recurs, and what must be known; of a plan of 1.1 nobody can tell. */
export const from11: VersionStep = {
  from: FROM,
  to: TO,
  take(old) {
    switch (documentKindOf(old)) {
      case "figure":
        return { data: old, changes: [] };
      case "quote":
        // An empty list would say that there is nothing to be known.
        return {
          data: { ...old, findings: [findingPart(SILENT)] },
          changes: [{ path: [], sentence: "It did not say what must be known before a quote is sent." }],
        };
      default:
        return tooOld(old, FROM, "it does not say which of its costs recur, nor what it rests on");
    }
  },
};
