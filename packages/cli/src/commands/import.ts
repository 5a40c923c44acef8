import { type OptionWords, optionHelp, optionWords, readers } from "@nkp-planner/adapters";
import { fleetTextWith, optionsOfFile, yamlFile } from "@nkp-planner/adapters/yaml";
import { API_VERSION, InputError, schemaHeader } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { openFile } from "../files.ts";
import { type OptionFlags, optionFlag, outputFlags } from "../flags.ts";
import { printContent } from "../formats.ts";
import { fleetFileOf } from "../given-file.ts";
import { importedText } from "../human/imported.ts";
import { type FleetAgainst, fleetAgainst, printChanges } from "../import-against.ts";
import { type FleetHead, importFiles } from "../import-files.ts";
import type { Shell, ShellProcess } from "../shell.ts";
import { today } from "../today.ts";

interface Flags extends OptionFlags {
  readonly as?: string;
  readonly options?: string;
  readonly tenant?: string;
  readonly tenantBy?: string;
  readonly into?: string;
  readonly against?: string;
  readonly asOf?: string;
  readonly release?: string;
  readonly currency?: string;
  readonly skipUnreadable: boolean;
  readonly out?: string;
  readonly force: boolean;
}

async function importTenants(this: Shell, flags: Flags, ...paths: readonly string[]): Promise<void> {
  const { stderr } = this.process;
  const against = flags.against === undefined ? null : await fleetAgainst(this.process, flags.against, flags);
  const joined = await fleetToJoin(this.process, flags, against?.input);
  const imported = await importFiles(this.process, {
    paths,
    readerId: flags.as,
    options: await optionsOf(this.process, flags),
    fleet: joined.fleet,
    date: today(),
    skipsUnreadable: flags.skipUnreadable,
  });
  stderr.write(importedText(imported));
  if (against === null || flags.out !== undefined) {
    const { fleet } = imported;
    const text = joined.bytes === null ? yamlFile(fleet, schemaHeader("fleet")) : fleetTextWith(joined.bytes, fleet);
    await printContent(text, flags, this.process);
  }
  if (against !== null) printChanges(this.process, against, imported, joined.fleet.tenants.length);
}

/** What is kept in a file, and what is said beside it, which holds. Whose it is has flags of its own: every inventory asks. */
async function optionsOf(
  process: ShellProcess,
  { options, option = [], tenant, tenantBy }: Flags,
): Promise<OptionWords> {
  return {
    ...(options === undefined ? {} : optionsOfFile(await openFile(process, options))),
    ...optionWords(option, "--option"),
    ...(tenant === undefined ? {} : { tenant }),
    ...(tenantBy === undefined ? {} : { "tenant-by": tenantBy }),
  };
}

interface FleetToJoin {
  readonly fleet: FleetHead;
  /** null: it is a new one, of no file. */
  readonly bytes: Uint8Array | null;
}

/**
 * The fleet of a file with its bytes, or one without tenants and file.
 * @param against the fleet that says what a new one does not
 * @throws InputError naming every flag that a new fleet lacks
 */
async function fleetToJoin(
  process: ShellProcess,
  { into, ...said }: Flags,
  against?: FleetAgainst["input"],
): Promise<FleetToJoin> {
  if (into !== undefined) {
    const { data, bytes } = await fleetFileOf(process, into);
    const { asOf, release, currency } = said;
    const head = Object.entries({ asOf, release, currency }).filter(([, value]) => value !== undefined);
    return { fleet: { ...(data as FleetHead), ...Object.fromEntries(head) }, bytes };
  }
  const { asOf = against?.asOf, release = against?.release, currency = against?.currency } = said;
  const needed = [
    { flag: "--as-of", value: asOf, example: "2026-11-23" },
    { flag: "--release", value: release, example: "nkp-2.17.1" },
    { flag: "--currency", value: currency, example: "EUR" },
  ];
  const problems = needed
    .filter(({ value }) => value === undefined)
    .map(({ flag, example }) => ({
      path: [],
      found: `no ${flag}`,
      expected: "a fleet that the tenants join, or what a new one needs",
      fix: `add --into FLEET, or for example ${flag} ${example}`,
    }));
  if (currency === undefined || problems.length > 0) throw new InputError("import", problems);
  return { fleet: { apiVersion: API_VERSION, kind: "Fleet", asOf, release, currency, tenants: [] }, bytes: null };
}

const text = (brief: string, placeholder: string) =>
  ({ kind: "parsed", parse: (input: string) => input, optional: true, brief, placeholder }) as const;

const readsTenants = readers.filter(({ gives }) => gives === "tenants" || gives === "fleet");

export const command = buildCommand<Flags, string[], Shell>({
  func: importTenants,
  parameters: {
    flags: {
      as: text(
        `Read every file as this format: ${readsTenants.map(({ id }) => id).join(", ")} (default: by what is in it)`,
        "FORMAT",
      ),
      option: optionFlag,
      options: text(
        "File of options that are kept, such as what is left out: leave-out: [backup-*] (default: none)",
        "FILE",
      ),
      tenant: text("Name of the one tenant that files without tenants are of (default: each file's own name)", "NAME"),
      tenantBy: text(
        "What tells tenants apart in such files: a column, namespace, label:KEY (default: nothing)",
        "WHAT",
      ),
      into: text("Fleet file that the tenants join (default: a new fleet)", "FLEET"),
      against: text("Fleet file to say what changed since; the new fleet is then written with --out alone", "FLEET"),
      asOf: text("Day of the plan; a new fleet needs it (default: that of --into)", "DATE"),
      release: text("NKP release; a new fleet needs it (default: that of --into)", "RELEASE"),
      currency: text("Currency; a new fleet needs it (default: that of --into)", "CODE"),
      skipUnreadable: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Take the rest of a file although parts of it cannot be read",
      },
      ...outputFlags,
    },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: {
        brief: "Files of tenants, folders of them, - for standard input",
        parse: (input: string) => input,
        placeholder: "FILE",
      },
    },
  },
  docs: {
    brief: BRIEFS.import,
    fullDescription: [
      "Read tenants from files of other tools and print a fleet file. What became of",
      "every entry is said on standard error: used, left out and why, unreadable.",
      "",
      "  nkp-planner import tenants.csv --as-of 2026-11-23 --release nkp-2.17.1 \\",
      "    --currency EUR --out fleet.yaml",
      "  nkp-planner import more.csv --into fleet.yaml --out larger.yaml",
      "  nkp-planner import rvtools.xlsx --tenant-by Folder --into fleet.yaml --out larger.yaml",
      "  kubectl get deploy,sts,ds,pvc -A -o yaml | nkp-planner import - \\",
      "    --tenant-by namespace --into fleet.yaml --out larger.yaml",
      "  nkp-planner import rvtools.xlsx --tenant-by Folder --against fleet.yaml",
      "",
      ...readsTenants.flatMap(({ id, title, options }) => [
        `  --as ${id}  ${title}`,
        ...optionHelp(options).map(({ name, description }) => `    --option ${name}=…  ${description}`),
      ]),
    ].join("\n"),
  },
});
