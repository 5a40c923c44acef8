import { type CostDriver, type ModelTone, operatingModels, type PoolRole } from "@nkp-planner/core";

/** Colours without `#`, as drawings of Office write them; they read well on white. */
export const INK = "1A1F26";
export const QUIET_INK = "4B5563";
export const LINE = "E3E1DA";
export const GAIN = "14703F";
export const LOSS = "B42318";

const TONES: Readonly<Record<ModelTone, string>> = {
  teal: "0B7261",
  violet: "5A48B5",
  amber: "A85B00",
  blue: "1D5FBF",
  rose: "B0246B",
  olive: "5B6B12",
};

/** A model's own colour; one that is none of the planner's has that of the text. */
export function colourOfModel(modelId: string): string {
  const tone = operatingModels.find(({ id }) => id === modelId)?.tone;
  return tone === undefined ? QUIET_INK : TONES[tone];
}

/** What nodes are for: what serves tenants is strong, what serves the platform stands out. */
export const ROLE_COLOURS: Readonly<Record<PoolRole, string>> = {
  "control-plane": "6B7280",
  platform: "C2410C",
  workload: "0B7261",
};

export const DRIVER_COLOURS: Readonly<Record<CostDriver, string>> = {
  license: "5A48B5",
  "infrastructure-license": "7466BF",
  host: "1D5FBF",
  vcpu: "0B7261",
  memory: "2F8576",
  storage: "5A938A",
  power: "92400E",
  "prism-central": "1E3A5F",
  support: "B0246B",
  backup: "5B6B12",
  other: "6B7280",
  labour: "A85B00",
};
