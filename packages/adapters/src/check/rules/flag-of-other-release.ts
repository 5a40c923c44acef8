import { isFrom } from "../../emit/site/platform-words.ts";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { minorOf, minorsBehind, plannedNkpVersion } from "../subject/versions.ts";

/** Flags of scripts that the command line of a release does not have. */
export const flagOfOtherRelease = defineCheckRule({
  id: "flag-of-other-release",
  title: "A flag of another release",
  severity: "error",
  summary:
    "Looks up the flags of nkp create cluster nutanix and nkp create nodepool nutanix, in scripts for a shell, in what the command line of the fleet's release has. Flags that a variable holds are not seen.",
  why: "The command refuses a flag that it does not know and makes nothing, which is often found out in the night of the change.",
  fix: "Write the flag as nkp create cluster nutanix --help of the release has it, or leave it out. No flag gives pools labels, taints or an autoscaler: write the cluster as a manifest.",
  sources: [
    "nkp create cluster nutanix --help, NKP 2.16.1 and 2.17.1",
    "nkp create nodepool nutanix --help, NKP 2.17.1",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    later: "{command}: the flag {flag} is there from NKP {since} on, and the fleet is on {release}.",
    gone: "{command}: the flag {flag} is gone from NKP {since} on, and the fleet is on {release}.",
    none: "{command}: NKP {release} has no flag {flag}.",
    unknown: "{command}: there is no flag {flag} up to NKP {until}, and whether {release} has it is not known.",
  },
  *judge(checked, say) {
    const release = plannedNkpVersion(checked);
    for (const { file, calls } of checked.scripts) {
      for (const { command, place, flags } of calls) {
        const name = command.words.join(" ");
        const about = { what: name, clusterName: null, poolName: null, place: { file, ...place } };
        const isRead = (minorsBehind(minorOf(release), command.readUntil) ?? -1) >= 0;
        let isHeld = true;
        for (const { text: flag, line, column } of flags) {
          const known = Object.hasOwn(command.flags, flag) ? command.flags[flag] : undefined;
          const gone = Object.hasOwn(command.gone, flag) ? command.gone[flag] : undefined;
          if (known !== undefined && isFrom(release, known)) continue;
          if (gone !== undefined && !isFrom(release, gone)) continue;
          isHeld = false;
          const own = { ...about, what: `${name}, ${flag}`, place: { file, line, column } };
          const words = { command: name, flag, release };
          if (known !== undefined) yield say.fail(own, "later", { ...words, since: known.join(".") });
          else if (gone !== undefined) yield say.fail(own, "gone", { ...words, since: gone.join(".") });
          else if (isRead) yield say.fail(own, "none", words);
          else yield say.unknown(own, "unknown", { ...words, until: command.readUntil });
        }
        if (isHeld) yield say.pass(about);
      }
    }
  },
});
