import type { RuleScenario } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const FILE = "clusters/management/apps.yaml";

/** A workload with one toleration, of the taint dedicated=platform:NoSchedule or not. */
const tolerating = (namespace: string, toleration: string, more = "") => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: ${namespace} }
spec:
  template:
    spec:
      tolerations:
        - ${toleration}
      containers: [{ name: shop, image: shop }]
${more}`;
const AFFINITY = "      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } }\n";

const EXACT = "{ key: dedicated, value: platform, effect: NoSchedule }";
const both = (...texts: readonly string[]) => {
  return (planned: Files): Files => ({ ...planned, [FILE]: texts.join("---\n") });
};

/** The platform's own may run there; what tolerates every taint, or only that of other nodes, is no matter of this rule. */
export const scenario: RuleScenario = {
  fires: {
    files: both(
      tolerating("shop", EXACT),
      tolerating("other", "{ key: dedicated, operator: Exists }", AFFINITY),
      tolerating("kommander", EXACT),
    ),
    finds: [
      {
        file: FILE,
        onLine: `- ${EXACT}`,
        text: "Deployment shop tolerates the taint of pool platform of management, and may run there.",
      },
      {
        file: FILE,
        onLine: "- { key: dedicated, operator: Exists }",
        text: "Deployment shop tolerates the taint of pool platform of management; whether its nodeAffinity lets it run there is not known.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    files: both(
      tolerating("shop", "{ key: dedicated, value: other, effect: NoSchedule }"),
      tolerating("shop", EXACT, "      nodeSelector: { disk: fast }\n"),
      tolerating("agents", "{ operator: Exists }"),
      tolerating("rook-system", EXACT),
    ),
  },
};
