import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const SCRIPT = "scripts/create-kite.sh";

const withScript = (files: Files, text: string): Files => ({ ...files, [SCRIPT]: text });

/** A flag of 2.17 on 2.16, one that no release has, and one of a further pool; comments and values are no flags. */
export const scenario: RuleScenario = {
  fires: {
    fleet: { ...SMALL_FLEET, release: "nkp-2.16.1" },
    files: (planned) =>
      withScript(
        planned,
        `#!/usr/bin/env bash
# nkp create cluster nutanix --not-a-flag
nkp create cluster nutanix \\
  --cluster-name='tenant-kite' -n kommander-default-workspace \\
  --kind-cluster-image "registry.example/--konvoy" \\
  --template='{{.metadata.name}}' \\
  --onboard-to-prism-central=true "$@" && echo --done
./bin/nkp create nodepool nutanix gpu -c tenant-kite --labels=pool=gpu; kubectl get nodes --show-labels
`,
      ),
    finds: [
      {
        file: SCRIPT,
        onLine: "--kind-cluster-image",
        text: "nkp create cluster nutanix: NKP 2.16.1 has no flag --kind-cluster-image.",
      },
      {
        file: SCRIPT,
        onLine: "--onboard-to-prism-central",
        text: "nkp create cluster nutanix: the flag --onboard-to-prism-central is there from NKP 2.17 on, and the fleet is on 2.16.1.",
      },
      {
        file: SCRIPT,
        onLine: "--labels",
        text: "nkp create nodepool nutanix: NKP 2.16.1 has no flag --labels.",
      },
    ],
  },
  holds: {
    files: (planned) =>
      withScript(
        planned,
        "#!/bin/sh\nnkp create cluster nutanix --cluster-name tenant-kite --fips --onboard-to-prism-central=true -o yaml\n",
      ),
  },
};
