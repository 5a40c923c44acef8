import type { Parameter, ParameterOption } from "@nkp-planner/core";
import type { CalendarDataset } from "./calendar-dataset.ts";
import { at, type Dataset, type RawProvenance } from "./dataset.ts";
import type { OptionDraft, ParameterDraft } from "./parameter-draft.ts";
import { failureParameters } from "./parameters-failures.ts";
import { hostParameters } from "./parameters-hosts.ts";
import { lifecycleParameters } from "./parameters-lifecycle.ts";
import { networkParameters } from "./parameters-network.ts";
import { operationsParameters } from "./parameters-operations.ts";
import { platformParameters } from "./parameters-platform.ts";
import { sizingParameters } from "./parameters-sizing.ts";
import { type Bibliography, OWN_ASSUMPTION } from "./sources.ts";

/** Options cite places of the dataset; those of the calendar begin with `calendar`. */
export function convertParameters(
  platform: Dataset,
  calendar: CalendarDataset,
  bibliography: Bibliography,
): Parameter[] {
  const dataset: Dataset = { ...platform, calendar };
  const lastCheckedOn = dataset.generatedFrom.corrected ?? dataset.generatedFrom.date;
  return [
    ...of({ group: "platform" }, platformParameters),
    ...of({ group: "nodes" }, sizingParameters),
    ...of({ group: "hosts" }, hostParameters),
    ...of({ group: "network" }, networkParameters),
    // Hours, and who pays for what: no node depends on them.
    ...of({ group: "work", affects: "price" }, operationsParameters),
    ...of({ group: "time", affects: "lifecycle" }, [...lifecycleParameters, ...failureParameters]),
  ].map(({ affects = "structure", appliesTo, options, default: standard, defaultReason, ...draft }) => ({
    ...draft,
    affects,
    appliesTo,
    options: options.map((option) => convertOption(option, dataset, bibliography)),
    default: standard,
    defaultReason,
    lastCheckedOn: options.some(({ from }) => from?.startsWith("calendar.")) ? calendar.readOn : lastCheckedOn,
  }));
}

/** What holds of all of some, unless one says otherwise of itself. */
function of(
  usual: Pick<ParameterDraft, "group" | "affects">,
  drafts: readonly ParameterDraft[],
): readonly ParameterDraft[] {
  return drafts.map((draft) => ({ ...usual, ...draft }));
}

function convertOption(
  { id, title, from, cites, value, note }: OptionDraft,
  dataset: Dataset,
  bibliography: Bibliography,
): ParameterOption {
  if (cites !== undefined)
    return {
      id,
      title,
      value: typeof value === "number" ? value : null,
      ...bibliography.provenanceOf(note === undefined ? cites : { ...cites, note }),
    };
  if (from === undefined) {
    const own = bibliography.provenanceOf({
      confidence: "assumption",
      source: OWN_ASSUMPTION,
      ...(note === undefined ? {} : { note }),
    });
    return { id, title, value: typeof value === "number" ? value : null, ...own };
  }
  const provenance = bibliography.provenanceOf(at(dataset, from) as RawProvenance);
  const notes = [note, provenance.note].filter((part) => part !== undefined).join("; ");
  const figure =
    typeof value === "string" ? Number(String(at(dataset, `${from}.${value}`)).replace(/Mi$/, "")) : (value ?? null);
  if (Number.isNaN(figure)) throw new Error(`The dataset has no figure at ${from}.${value}.`);
  return { id, title, value: figure, ...provenance, ...(notes === "" ? {} : { note: notes }) };
}
