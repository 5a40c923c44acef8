import { checkFormats } from "@nkp-planner/adapters/check";
import { checkReports } from "../../../build-time/check-reports.ts";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { at } from "../links.ts";
import { sourcesPart, textOf } from "./parts.ts";
import type { ReferenceList, ReferencePage } from "./reference-list.ts";

const FOLDER = "packages/adapters/src/check/formats";

/** The example of a repository in CI, held against a plan with more headroom than its clusters have, on one day. */
const CHECK = [
  ...["check", "examples/ci/fleet.yaml", "--against", "examples/ci/clusters", "--against", "examples/ci/apps"],
  ...["--prices", "examples/ci/prices.yaml", "--price-list", "examples/ci/price-list.yaml"],
  ...["--policy", "examples/ci/sizing-policy.yaml", "--set", "headroom-percent=60", "--on", "2026-11-23"],
];

/** Every way to write down what a check found. */
export const checkFormatPages: ReferenceList = {
  id: "check-formats",
  title: "Formats of checks",
  lead: "How nkp-planner check writes what it found for others: code scanning, merge requests, test reports, comments. Each page shows the same findings.",
  pages: async () => {
    const texts = await checkReports(
      CHECK,
      checkFormats.map(({ id }) => id),
    );
    return checkFormats.map((format) => formatPage(format, texts.get(format.id) ?? ""));
  },
};

function formatPage({ id, title }: (typeof checkFormats)[number], text: string): ReferencePage {
  const told = toldOf(FOLDER, id);
  return {
    id,
    title,
    lead: told.summary,
    sections: [
      {
        title: "How to get it",
        paragraphs: [
          "`--format` prints it in place of text for people; `--report FORMAT=FILE` writes it to a file beside what is printed, as often as there are systems to tell.",
        ],
        command: `nkp-planner check fleet.yaml --against clusters --format ${id}`,
        links: [{ title: "Rules of checks", href: at("guides/rules/") }],
      },
      {
        title: "What it writes",
        paragraphs: [
          "The example of a repository in CI, where each pool is to keep 60 % headroom: nodes are too small then, and licences too few.",
        ],
        command: `nkp-planner ${[...CHECK, "--format", id].join(" ")}`,
        texts: [textOf(`Findings as ${id}`, text)],
      },
      ...sourcesPart(told),
    ],
  };
}
