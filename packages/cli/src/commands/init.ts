import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { wholeNumber } from "../flags.ts";
import { inkFor } from "../human/ink.ts";
import { startedText } from "../human/started.ts";
import { writeFiles } from "../output-folder.ts";
import type { Shell } from "../shell.ts";
import { starterFiles } from "../starter-files.ts";

interface Flags {
  readonly tenants: number;
  readonly out: string;
  readonly force: boolean;
}

const MOST_TENANTS = 500;

async function init(this: Shell, { tenants, out, force }: Flags): Promise<void> {
  const files = starterFiles(tenants);
  await writeFiles(out, files, { isForced: force });
  const { stdout, env } = this.process;
  stdout.write(startedText({ tenantCount: tenants, folder: out, files }, inkFor(stdout, env)));
}

export const command = buildCommand<Flags, [], Shell>({
  func: init,
  parameters: {
    flags: {
      tenants: {
        kind: "parsed",
        parse: wholeNumber("tenants", 1, MOST_TENANTS),
        default: "5",
        brief: `How many tenants the fleet has, at most ${MOST_TENANTS}`,
        placeholder: "N",
      },
      out: {
        kind: "parsed",
        parse: (input: string) => input,
        default: "nkp-plan",
        brief: "Folder to write to, made where there is none",
        placeholder: "DIR",
      },
      force: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Write although the folder is not empty; other files in it stay",
      },
    },
    positional: { kind: "tuple", parameters: [] },
  },
  docs: {
    brief: BRIEFS.init,
    fullDescription: [
      "Write a fleet, a price book and a price list to start from. They plan as they",
      "are; comments in them say what each property means. Prices are invented.",
      "",
      "  nkp-planner init                        5 tenants, in the folder nkp-plan",
      "  nkp-planner init --tenants N --out DIR  N tenants, in a folder of yours",
    ].join("\n"),
  },
});
