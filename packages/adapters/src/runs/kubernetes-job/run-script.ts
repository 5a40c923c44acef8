import { quoted } from "../../emit/nkp-cli/shell-words.ts";
import { type JobContext, mergeNameOf } from "./job-objects.ts";
import { WORK_FOLDER } from "./run-inputs.ts";

export function loadName(name: string): string {
  return `${name}-load`;
}

/** Starts the parts, waits for all of them, merges, and prints the totals. */
export function runScript({ run, options, places }: JobContext): string {
  const { name, namespace, objectStore } = options;
  const isLoaded = places.isFleetBrought && objectStore === undefined;
  const kubectl = namespace === undefined ? "kubectl" : `kubectl --namespace ${namespace}`;
  return `#!/usr/bin/env bash
# Plans the fleet in parts, waits for all of them, and merges: the totals go to standard output.
set -euo pipefail
folder="$(dirname -- "\u0024{BASH_SOURCE[0]}")"
kubectl=(${kubectl})
${isLoaded ? loadText(name, run.fleet.byteCount, `${WORK_FOLDER}/${places.fleetObject}`, options.storageClass !== undefined) : ""}
# Waits until a Job has ended, well or not.
ended() {
  local said
  while true; do
    said="$("\u0024{kubectl[@]}" get job "$1" --output 'jsonpath={.status.conditions[?(@.status=="True")].type}')"
    case " $said " in
      *" Complete "*) return 0 ;;
      *" Failed "*)
        echo "The Job $1 has failed: there are no totals. Its reason:" >&2
        "\u0024{kubectl[@]}" logs --selector "batch.kubernetes.io/job-name=$1" --all-containers --tail=20 >&2 || true
        return 1
        ;;
    esac
    sleep "\u0024{POLL_SECONDS:-5}"
  done
}

# On the server's side: a ConfigMap of the size of a fleet is too large for what kubectl notes down else.
"\u0024{kubectl[@]}" apply --server-side --kustomize "$folder" >&2
ended ${quoted(name)}
"\u0024{kubectl[@]}" patch job ${quoted(mergeNameOf(name))} --patch '{"spec":{"suspend":false}}' >&2
ended ${quoted(mergeNameOf(name))}
"\u0024{kubectl[@]}" logs ${quoted(`job/${mergeNameOf(name)}`)} --container merge
`;
}

/** The fleet goes to the volume through a pod that waits for it, and is there whole or not at all. */
function loadText(name: string, byteCount: number, path: string, isVolumeMade: boolean): string {
  const pod = quoted(loadName(name));
  const take = `cat >${path}.new && [ "$(wc -c <${path}.new)" -eq ${byteCount} ] && mv ${path}.new ${path}`;
  return `
if [[ $# -ne 1 || "$(wc -c <"$1")" -ne ${byteCount} ]]; then
  echo "Usage: run.sh FLEET, the file of ${byteCount} bytes that this run was written for" >&2
  exit 2
fi
${isVolumeMade ? `"\u0024{kubectl[@]}" apply --server-side --filename "$folder/hand-over.yaml" >&2\n` : ""}"\u0024{kubectl[@]}" apply --server-side --filename "$folder/load-fleet.yaml" >&2
"\u0024{kubectl[@]}" wait --for=condition=Ready --timeout=10m ${quoted(`pod/${loadName(name)}`)} >&2
# shellcheck disable=SC2016 # The shell in the pod expands it.
"\u0024{kubectl[@]}" exec --stdin ${pod} -- /bin/sh -c ${quoted(take)} <"$1"
"\u0024{kubectl[@]}" delete pod ${pod} --wait=false >&2
`;
}
