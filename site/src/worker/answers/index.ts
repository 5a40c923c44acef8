import type { AboutPlan, Answer } from "../answer.ts";

/**
 * Who answers what, loaded when it is asked for: nobody waits for the code of a chart before the first plan. A new
 * task is one entry in `tasks.ts`, one file and one line here.
 */
export const answers: { readonly [Kind in AboutPlan]: () => Promise<Answer<Kind>> } = {
  figure: async () => (await import("./figure.ts")).figureAnswer,
  basis: async () => (await import("./basis.ts")).basisAnswer,
  library: async () => (await import("./library.ts")).libraryAnswer,
  quote: async () => (await import("./quote.ts")).quoteAnswer,
  sheet: async () => (await import("./sheet.ts")).sheetAnswer,
  formats: async () => (await import("./formats.ts")).formatsAnswer,
  export: async () => (await import("./export.ts")).exportAnswer,
  provisionOptions: async () => (await import("./provision.ts")).provisionOptionsAnswer,
  provision: async () => (await import("./provision.ts")).provisionAnswer,
  margins: async () => (await import("./margins.ts")).marginsAnswer,
  charts: async () => (await import("./charts.ts")).chartsAnswer,
  sizes: async () => (await import("./sizes.ts")).sizesAnswer,
  tornado: async () => (await import("./tornado.ts")).tornadoAnswer,
  effects: async () => (await import("./effects.ts")).effectsAnswer,
  optionEffects: async () => (await import("./option-effects.ts")).optionEffectsAnswer,
  choice: async () => (await import("./choice.ts")).choiceAnswer,
  pools: async () => (await import("./pools.ts")).poolsAnswer,
  hosts: async () => (await import("./hosts.ts")).hostsAnswer,
  upgrades: async () => (await import("./upgrades.ts")).upgradesAnswer,
  decide: async () => (await import("./decide.ts")).decideAnswer,
  wishes: async () => (await import("./wishes.ts")).wishesAnswer,
  against: async () => (await import("./against.ts")).againstAnswer,
  priceForm: async () => (await import("./price-form.ts")).priceFormAnswer,
  examples: async () => (await import("./examples.ts")).examplesAnswer,
};
