import { NO_OPTIONS } from "../../formats/options.ts";
import { isRecord } from "../../read/objects/objects.ts";
import { isUnresolved, textAt } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { type NutanixMachine, nutanixMachinesIn } from "../subject/nutanix-machines.ts";
import { minorOf, minorsBehind, plannedNkpVersion } from "../subject/versions.ts";

/** The project of Prism Central that every one has. */
const INTERNAL = "_internal";

/** Machines in a project of Prism Central that the vendor advises against. */
export const projectNotInternal = defineCheckRule({
  id: "project-not-internal",
  title: "A project other than _internal",
  severity: "warning",
  summary:
    "Looks up the project of Prism Central in the machines of every cluster of Nutanix, and in scripts that call nkp create, where the fleet's release is one for which the vendor advises _internal only.",
  why: "The vendor advises only the project _internal for NKP 2.18. A field guide says that new clusters on Prism Central 7.6 must use it, and that clusters that are upgraded keep theirs.",
  fix: "Leave project out, or write _internal. For a cluster that runs in another project, ask the vendor before you upgrade it.",
  sources: ["Nutanix Kubernetes Platform 2.18 Release Notes, NCN-109515"],
  thresholds: NO_OPTIONS,
  statements: {
    other: "{object}: {path} is {project}, and for NKP {release} the vendor advises _internal only.",
    flag: "{command}: {flag} is {project}, and for NKP {release} the vendor advises _internal only.",
    "flag-unknown":
      "{command}: {flag} is {project}, which the shell puts in; whether that is _internal, the only project that the vendor advises for NKP {release}, is not known.",
    "uuid-unknown":
      "{object}: {path} names a project by its UUID; whether that is _internal, the only one that the vendor advises for NKP {release}, is not known.",
  },
  *judge(checked, say) {
    const release = plannedNkpVersion(checked);
    const isAdvised = hasAdvice(checked, release);
    for (const object of checked.objects) {
      const machines = nutanixMachinesIn(object);
      const named = machines.map((machine) => ({ name: projectNameOf(machine), path: [...machine.path, "project"] }));
      // What is still to be put in is said by a rule of its own.
      const isOpen = named.some(({ name }) => isUnresolved(name));
      const told = named.flatMap(({ name = INTERNAL, path }) =>
        isAdvised && name !== INTERNAL && !isUnresolved(name) ? [{ name, path }] : [],
      );
      if (machines.length > 0 && told.length === 0 && !isOpen) yield say.pass(object.about());
      for (const { name, path } of told) {
        const words = { object: `${object.kind} ${object.name}`, path: path.join("."), release };
        const about = object.about(path, words.path);
        if (name === "") yield say.unknown(about, "uuid-unknown", words);
        else yield say.fail(about, "other", { ...words, project: name });
      }
    }
    if (!isAdvised) return;
    for (const { flag, project, about, command } of projectFlags(checked)) {
      const words = { command, flag, project, release };
      if (project === INTERNAL) yield say.pass(about);
      else yield project.includes("$") ? say.unknown(about, "flag-unknown", words) : say.fail(about, "flag", words);
    }
  },
});

/** Whether the release is one of those for which the release notes say it. */
function hasAdvice({ plan }: Checked, release: string): boolean {
  return plan.context.catalog.upgradeFacts.risks.some(
    ({ condition, toMinor }) =>
      condition === "project-not-internal" && (minorsBehind(toMinor, minorOf(release)) ?? -1) >= 0,
  );
}

/** The name of a project, as it is to be put in where that is so; empty: it is named by its UUID; undefined: none is said. */
function projectNameOf({ fields: { project } }: NutanixMachine): string | undefined {
  if (isUnresolved(project)) return String(project);
  if (!isRecord(project)) return undefined;
  return textAt(project, "name");
}

/** Projects that scripts say to the command line. */
function projectFlags({ scripts }: Checked) {
  return scripts.flatMap(({ file, calls }) =>
    calls.flatMap(({ command, flags }) =>
      flags.flatMap(({ text: flag, value, line, column }) => {
        const name = command.words.join(" ");
        const about = { what: `${name}, ${flag}`, clusterName: null, poolName: null, place: { file, line, column } };
        return value !== null && flag.endsWith("-pc-project") ? [{ command: name, flag, project: value, about }] : [];
      }),
    ),
  );
}
