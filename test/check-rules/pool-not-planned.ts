import type { RuleScenario } from "../support/check-scenario.ts";
import { edited } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const FIRST = "        - class: default-worker\n";
const another = (name: string): RuleScenario["fires"]["files"] => {
  return (planned) => edited(planned, KITE, FIRST, `${FIRST}          name: ${name}\n          replicas: 2\n${FIRST}`);
};

/** A name with that of a planned pool before it is a part of that pool, as zones are. */
export const scenario: RuleScenario = {
  fires: {
    files: another("batch"),
    finds: [
      {
        file: KITE,
        onLine: "- class: default-worker",
        text: "tenant-kite: the plan has no pool batch, which is declared with 2 nodes.",
      },
    ],
  },
  holds: { files: another("workload-batch") },
};
