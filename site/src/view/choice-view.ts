import type { Choice, Parameter } from "@nkp-planner/core";
import { confidenceWord, type EvidenceView, type Sources, sourceView } from "./evidence-view.ts";

/** An assumption opened: what it means, what else it could be, and what speaks for each. */
export interface ChoiceView {
  readonly description: string;
  readonly defaultReason: string;
  readonly chosen: string;
  readonly options: readonly OptionView[];
  /** How a value of one's own is written; null where only the options are taken. */
  readonly ownValue: OwnValue | null;
}

export interface OptionView {
  readonly id: string;
  readonly title: string;
  readonly isDefault: boolean;
  readonly evidence: EvidenceView;
}

export interface OwnValue {
  readonly label: string;
  readonly example: string;
  /** The present value, where it is one's own. */
  readonly text: string;
}

export function choiceView({ parameter, chosen }: Choice, sources: Sources): ChoiceView {
  const { description, defaultReason, options } = parameter;
  return {
    description,
    defaultReason,
    chosen,
    options: options.map(({ id, title, confidence, sources: ids, note }) => ({
      id,
      title,
      isDefault: id === parameter.default,
      evidence: {
        confidence: confidenceWord(confidence),
        rateOrigin: null,
        sources: ids.map((source) => sourceView(source, sources)),
        note: note ?? null,
        sameAs: null,
      },
    })),
    ownValue: ownValueOf(parameter, options.some(({ id }) => id === chosen) ? "" : chosen),
  };
}

function ownValueOf({ custom, unit, options, default: standard }: Parameter, text: string): OwnValue | null {
  if (custom === null) return null;
  if (custom.kind === "shape") return { label: "vCPU x GiB x disk GiB", example: "8x32x80", text };
  if (custom.kind === "host") return { label: "cores x GiB x raw TiB", example: "32x512x15.36", text };
  const value = options.find(({ id }) => id === standard)?.value;
  const kind = custom.kind === "odd" ? "an odd number" : custom.whole ? "a whole number" : "a number";
  return {
    label: `${unit ?? "value"}, ${kind} from ${custom.minimum} to ${custom.maximum}`,
    example: String(value ?? standard),
    text,
  };
}
