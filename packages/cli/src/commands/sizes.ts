import { costAtSize, fleetOfDay, sizesDocument, stoppedAt } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, shortfallsOfSizes, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelsFlag,
  modelsNamed,
  planningFlags,
  wholeNumber,
} from "../flags.ts";
import { inkFor } from "../human/ink.ts";
import { sizesText } from "../human/sizes.ts";
import { loadPlanning, type PlanningFlags, pricesOf } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly upTo: number;
  readonly model?: readonly ModelId[];
  readonly format: Format;
}

const DEFAULT_MOST = 50;
const MOST = 500;

async function sizes(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model);
  const {
    input,
    context,
    cache,
    watch,
    notices: ofInputs,
  } = await loadPlanning(this.process, fleetPath, flags, models);
  const { stdout, env } = this.process;
  const counts =
    fleetOfDay(input).tenants.length === 0 ? [] : Array.from({ length: flags.upTo }, (_, index) => index + 1);
  const found = watch.each(
    counts,
    (count) => {
      watch.at(`${count} of ${flags.upTo} tenants`);
      return costAtSize(input, count, models, context, cache);
    },
    (stopped, count) => stoppedAt(stopped, count, flags.upTo, "tenants"),
  );
  const notices = [...watch.findings, ...ofInputs];
  refuse(this.process, shortfallsOfSizes(found, models, notices), flags, UNFIT);
  const { currency } = input;
  if (flags.format === "json")
    stdout.write(
      `${JSON.stringify(sizesDocument({ currency, sizes: found }, pricesOf({ input, context }), notices), null, 2)}\n`,
    );
  else stdout.write(sizesText({ sizes: found, models, currency, notices }, inkFor(stdout, env)));
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: sizes,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      upTo: {
        kind: "parsed",
        parse: wholeNumber("tenants", 1, MOST),
        default: String(DEFAULT_MOST),
        brief: `Largest number of tenants to plan, at most ${MOST}`,
        placeholder: "N",
      },
      model: modelsFlag("A model to plan"),
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.sizes,
    fullDescription: [
      "Plan the same mix of tenants from 1 to N, and say up to which size one model costs more than another:",
      "by the whole cost, and by what serves no tenant (platform and documented minimums).",
      "The fleet's tenants are taken in turn, from its first again where it has fewer.",
      "",
      "  nkp-planner sizes my-fleet.yaml --prices my-prices.yaml --up-to 100",
    ].join("\n"),
  },
});
