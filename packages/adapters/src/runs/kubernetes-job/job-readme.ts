import { numberText, visible } from "@nkp-planner/core";
import { type JobContext, mergeNameOf } from "./job-objects.ts";
import { WORK_FOLDER } from "./run-inputs.ts";

/** What the Jobs do, what they need of the cluster and of the image, and what to do when a part fails. */
export function jobReadme(context: JobContext): string {
  const { run, options } = context;
  const { name, shards, parallelism, retries, namespace, memory } = options;
  const kubectl = namespace === undefined ? "kubectl" : `kubectl --namespace ${namespace}`;
  return `# ${name}: a fleet planned in ${numberText(shards)} ${shards === 1 ? "part" : "parts"}

- Fleet: \`${visible(run.fleet.name).replaceAll("`", "'")}\`, ${numberText(run.fleet.byteCount)} bytes. Nothing of it has been read or planned when these files were written.
- \`${name}\` is an Indexed Job: each pod plans the part of its index (\`nkp-planner shard\`), ${numberText(parallelism ?? shards)} at a time, with ${memory} of memory each.
- \`${mergeNameOf(name)}\` adds the parts exactly, in the order of their indexes (\`nkp-planner merge\`), and refuses anything but all parts of one run. It is suspended until \`run.sh\` lets it go.

## What is needed

- Kubernetes 1.29 or later: from then on retries by index are there without a switch.
- The image \`${options.image}\` with \`nkp-planner\` on its path and \`/bin/sh\`. No image is published: build it from one with Node, by \`npm install --global nkp-planner\`. It runs as user ${options.user}, writes below \`${WORK_FOLDER}\` and \`/tmp\` alone, and does not talk to the API server.
${handOverText(context)}
## Run it

\`\`\`sh
${runLine(context)} >totals.json
\`\`\`

It may be ended and started again while parts are planned: it waits for the same Jobs. To plan anew, delete them first, because a Job cannot be changed:

\`\`\`sh
${kubectl} delete job ${name} ${mergeNameOf(name)}
\`\`\`

## When a part fails

- A pod that is killed, or runs out of memory, is tried again: ${numberText(retries)} times an index. A node that is drained does not count.
- Exit code 2 is bad input: it is the same for every part, so the whole Job ends. Its reason is in the log: \`${kubectl} logs --selector batch.kubernetes.io/job-name=${name} --container shard\`.
- Exit code 3 of the merge is a result that is not to be taken as it stands, such as a plan that cannot run. Its log says which word lets it pass: write these files again with it, for example \`--allow infeasible\`.
- Parts that were planned on two days do not merge where neither the fleet's first line nor \`--as-of\` says the day.
- When one index has failed for good the whole Job ends, because without it nothing can be merged.
`;
}

function handOverText({ options, places, run }: JobContext): string {
  const { name, namespace, storageClass, size, claim, objectStore } = options;
  if (objectStore !== undefined) {
    const fleet = places.isFleetBrought
      ? `- The fleet as the object \`${places.fleetObject}\` in the store: put it there yourself before you start. A part refuses it where it has not ${numberText(run.fleet.byteCount)} bytes.\n`
      : "";
    return `- The Secret \`${objectStore.secret}\`${namespace === undefined ? "" : ` in \`${namespace}\``}: its keys are variables of the commands that store and fetch. No file here holds it.
- The image \`${objectStore.image}\` with the tool of these commands. Parts lie in \`${objectStore.url}\` as \`${places.partObject("INDEX")}\`, the totals as \`${places.totalsObject}\`.
${fleet}`;
  }
  const parts = `Parts lie on it as \`${places.partObject("INDEX")}\`, the totals as \`${places.totalsObject}\`.`;
  if (claim !== undefined)
    return `- The claim \`${claim}\`, ReadWriteMany: pods on several nodes write to it at once. ${parts}\n`;
  return `- The storage class \`${storageClass}\`, which gives volumes that several nodes write to at once (ReadWriteMany): the claim \`${name}\` asks it for ${size}. ${parts} Delete the claim yourself when they are read.\n`;
}

function runLine({ options, places, run }: JobContext): string {
  if (!places.isFleetBrought || options.objectStore !== undefined) return "./run.sh";
  return `./run.sh FLEET # the file of ${run.fleet.byteCount} bytes, which no ConfigMap holds`;
}
