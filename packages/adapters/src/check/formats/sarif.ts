import { findingText, type Severity, visible } from "@nkp-planner/core";
import { visibleJson } from "../../text/visible-json.ts";
import type { CheckResult, Judged } from "../check-result.ts";
import type { CheckRule } from "../check-rule.ts";
import { counted, judgedText, notLookedTexts, WORST_FIRST } from "../check-texts.ts";
import type { CheckFormat } from "./check-format.ts";
import { HOME, ruleAddress } from "./rule-address.ts";

/** So many results of a run are kept, and so many are taken at all. */
const MOST_KEPT = 5000;
const MOST_TAKEN = 25_000;
/** Of which folder addresses of files are relative. */
const ROOT = "SRCROOT";

/**
 * SARIF 2.1.0, as code scanning of GitHub and editors read it.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: CheckFormat = {
  id: "sarif",
  title: "SARIF 2.1.0, for code scanning",
  write: (result, { version }) =>
    visibleJson({
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: { name: "nkp-planner", version, informationUri: HOME, rules: result.rules.map(descriptorOf) },
          },
          columnKind: "utf16CodeUnits",
          originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(result) }],
          results: resultsOf(result),
        },
      ],
    }),
  dropped: (result) => {
    const count = foundIn(result).length;
    if (count > MOST_TAKEN)
      return `GitHub takes ${counted(MOST_TAKEN, "result")} of a run, and refuses this file of ${counted(count, "result")}: check fewer files at once.`;
    if (count <= MOST_KEPT) return null;
    return `GitHub keeps ${counted(MOST_KEPT, "result")} of a run, and drops ${counted(count - MOST_KEPT, "more result")}.`;
  },
};

function descriptorOf({ id, title, severity, summary, why, fix, sources }: CheckRule) {
  const restsOn = sources.length === 0 ? [] : [`Sources: ${sources.join(", ")}.`];
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: summary },
    help: {
      text: [why, fix, ...restsOn].join(" "),
      markdown: [why, `**What to do:** ${fix}`, ...restsOn].join("\n\n"),
    },
    helpUri: ruleAddress(id),
    defaultConfiguration: { level: severity },
  };
}

function notificationsOf(result: CheckResult) {
  const note: Severity = "note";
  return [
    ...result.notices.map((notice) => ({
      descriptor: { id: notice.code },
      level: notice.severity,
      message: { text: messageOf(findingText(notice)) },
    })),
    ...notLookedTexts(result).map((text) => ({ level: note, message: { text: messageOf(text) } })),
  ];
}

/** Everything that does not hold or is not known, the worst first, as whoever cuts the list cuts its end. */
function foundIn({ judged }: CheckResult): readonly Judged[] {
  const found = judged.filter(({ state }) => state !== "pass");
  return WORST_FIRST.flatMap((severity) => found.filter((one) => one.severity === severity));
}

function resultsOf(result: CheckResult) {
  const found = foundIn(result);
  // All results say whether they are suppressed, or none does.
  const isSuppressing = found.some(({ exemption }) => exemption !== null);
  const indexes = new Map(result.rules.map((rule, index) => [rule.id, index]));
  return found.map((one) => ({
    ruleId: one.rule.id,
    ruleIndex: indexes.get(one.rule.id),
    // GitHub shows no other kind: what is not known would be lost.
    kind: "fail",
    level: one.severity,
    message: { text: messageOf(judgedText(one)) },
    locations: [locationOf(one)],
    partialFingerprints: fingerprintsOf(one),
    ...(one.baselineState === null ? {} : { baselineState: one.baselineState }),
    ...(isSuppressing ? { suppressions: suppressionsOf(one) } : {}),
  }));
}

function locationOf({ about: { what, place } }: Judged) {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(place.file), uriBaseId: ROOT },
      region: { startLine: place.line, startColumn: place.column },
    },
    logicalLocations: [{ fullyQualifiedName: visible(what) }],
  };
}

/**
 * GitHub knows an alert again by the first alone. Without it GitHub would take two clusters of which one line of a fleet
 * tells for one and the same. Its uploader warns in its log that the text of the line gives another one, and keeps ours.
 */
function fingerprintsOf({ fingerprint }: Judged) {
  return { primaryLocationLineHash: fingerprint, "nkpPlanner/v1": fingerprint };
}

function suppressionsOf({ exemption }: Judged) {
  if (exemption === null) return [];
  const justification = `${visible(exemption.reason)} (until ${exemption.expires})`;
  return [{ kind: "external", status: "accepted", justification }];
}

/** A text in which no name of a file is a link. */
function messageOf(text: string): string {
  return text.replaceAll("](", String.raw`\](`);
}

const HALF_CHARACTERS = /\p{Cs}/gu;

/** `clusters/a b.yaml` → `clusters/a%20b.yaml`. */
function relativeUri(file: string): string {
  const folders = file.replaceAll(HALF_CHARACTERS, "\uFFFD").split("/");
  return folders.map(encodeURIComponent).join("/");
}
