/** What a figure is, in words: the same wherever it is written. */
export interface FigureWords {
  /** What it is called where it stands alone; `{name}` is the tenant or the cluster it is of. */
  readonly title: string;
  readonly unit: FigureUnit;
  /** What it means and what counts, in a sentence or two. */
  readonly how: string;
}

/** What figures are counted in, and how outputs write it: where it is money, behind the currency. */
const UNITS = {
  clusters: { text: "clusters" },
  nodes: { text: "nodes" },
  hosts: { text: "hosts" },
  addresses: { text: "addresses" },
  vCPU: { text: "vCPU" },
  GiB: { text: "GiB" },
  ratio: { text: "ratio" },
  "money a month": { text: " a month", isMoney: true },
  "money an hour": { text: " an hour", isMoney: true },
  "money a year": { text: " a year", isMoney: true },
  "money once": { text: ", once", isMoney: true },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly isMoney?: true }>>;

export type FigureUnit = keyof typeof UNITS;

/** A unit as outputs write it: `vCPU`, `EUR a month`. */
export function unitText(unit: FigureUnit, currency: string): string {
  const { text } = UNITS[unit];
  return "isMoney" in UNITS[unit] ? `${currency}${text}` : text;
}
