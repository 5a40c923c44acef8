import { catalogOf, factSheets, parameters, releases, sources, workloadLibrary } from "@nkp-planner/catalog";
import {
  type CatalogEntries,
  catalogDocument,
  catalogEntryDocument,
  chooseParameters,
  didYouMean,
  InputError,
  type PlatformRelease,
  releaseChanges,
  releaseChangesDocument,
  releaseFootprints,
  shown,
} from "@nkp-planner/core";
import { buildCommand, buildRouteMap } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { type Format, formatFlag } from "../flags.ts";
import {
  catalogListText,
  changesText,
  factSheetText,
  parameterText,
  releaseText,
  sourceText,
} from "../human/catalog.ts";
import { type Ink, inkFor } from "../human/ink.ts";
import { applicationText, presetEntryId, presetText } from "../human/workloads.ts";
import type { Shell } from "../shell.ts";

interface Flags {
  readonly format: Format;
}

function inkOf({ process }: Shell): Ink {
  return inkFor(process.stdout, process.env);
}

const defaults = chooseParameters(parameters, {});

const { presets, applications } = workloadLibrary;
const known = [
  ...[...releases, ...parameters, ...factSheets].map(({ id }) => id),
  ...presets.map(presetEntryId),
  ...applications.map(({ id }) => id),
];

async function list(this: Shell, { format }: Flags): Promise<void> {
  const listed = { releases, parameters, factSheets, library: workloadLibrary };
  this.process.stdout.write(
    format === "json" ? `${JSON.stringify(catalogDocument(listed), null, 2)}\n` : catalogListText(listed, inkOf(this)),
  );
}

async function show(this: Shell, { format }: Flags, id: string): Promise<void> {
  const release = releases.find((one) => one.id === id);
  const parameter = parameters.find((one) => one.id === id);
  const sheet = factSheets.find((one) => one.id === id);
  const source = sources.get(id);
  const preset = presets.find((one) => presetEntryId(one) === id);
  const application = applications.find((one) => one.id === id);
  const ink = inkOf(this);
  const asks = (of: PlatformRelease) => releaseFootprints({ catalog: catalogOf(of.id), choices: defaults });
  const found =
    shownAs("release", release, (one) => releaseText(one, asks(one), ink)) ??
    shownAs("assumption", parameter, (one) => parameterText(one, ink)) ??
    shownAs("fact-sheet", sheet, (one) => factSheetText(one, ink)) ??
    shownAs("preset", preset, (one) => presetText(one, sources, ink)) ??
    shownAs("application", application, (one) => applicationText(one, sources, ink)) ??
    shownAs("source", source, sourceText);
  if (found === undefined) {
    const expected = "a release, an assumption, a fact sheet, a preset, an application or a source of the catalog";
    throw new InputError("catalog", [{ path: [], found: shown(id), expected, fix: didYouMean(id, known) }]);
  }
  this.process.stdout.write(format === "json" ? `${JSON.stringify(found.document(), null, 2)}\n` : found.text());
}

/** An entry that was found, as its document and for people. */
function shownAs<Kind extends keyof CatalogEntries>(
  kind: Kind,
  entry: CatalogEntries[Kind] | undefined,
  text: (entry: CatalogEntries[Kind]) => string,
) {
  return entry && { document: () => catalogEntryDocument(kind, entry), text: () => text(entry) };
}

async function diff(this: Shell, { format }: Flags, before: string, after: string): Promise<void> {
  const [a, b] = [before, after].map((id) => ({ catalog: catalogOf(id), choices: defaults })) as [
    Catalogued,
    Catalogued,
  ];
  const changes = releaseChanges(a, b);
  if (format === "json") {
    this.process.stdout.write(`${JSON.stringify(releaseChangesDocument({ before, after, changes }), null, 2)}\n`);
    return;
  }
  this.process.stdout.write(
    changesText(
      { id: before, footprints: releaseFootprints(a) },
      { id: after, footprints: releaseFootprints(b) },
      changes,
      inkOf(this),
    ),
  );
}

type Catalogued = Parameters<typeof releaseFootprints>[0];

const releaseArgument = (brief: string) =>
  ({ brief, parse: (input: string) => input, placeholder: "RELEASE" }) as const;

export const command = buildRouteMap({
  routes: {
    list: buildCommand<Flags, [], Shell>({
      func: list,
      parameters: { flags: { format: formatFlag }, positional: { kind: "tuple", parameters: [] } },
      docs: { brief: "Releases, assumptions, fact sheets, presets and applications there are" },
    }),
    show: buildCommand<Flags, [string], Shell>({
      func: show,
      parameters: {
        flags: { format: formatFlag },
        positional: {
          kind: "tuple",
          parameters: [
            {
              brief: "Id of a release, assumption, fact sheet, preset, application or source",
              parse: (input: string) => input,
              placeholder: "ID",
            },
          ],
        },
      },
      docs: {
        brief: "One entry with its sources: a release's footprint, a preset's pods",
        fullDescription: [
          "One entry of the catalog with its sources.",
          "",
          "  nkp-planner catalog show nkp-2.17.1    what a release asks for",
          "  nkp-planner catalog show floors        the readings of an assumption",
          "  nkp-planner catalog show preset-M      the pods of a preset tenant",
          "  nkp-planner catalog show wordpress     the pods of a typical application",
        ].join("\n"),
      },
    }),
    diff: buildCommand<Flags, [string, string], Shell>({
      func: diff,
      parameters: {
        flags: { format: formatFlag },
        positional: {
          kind: "tuple",
          parameters: [releaseArgument("From this release"), releaseArgument("to this one")],
        },
      },
      docs: { brief: "What changes in the footprint from one release to another" },
    }),
  },
  docs: { brief: BRIEFS.catalog },
});
