import { readFileSync } from "node:fs";
import { optionWords, type Reader, readers } from "@nkp-planner/adapters";
import { exampleFleet, plannerFacts, workloadLibrary } from "@nkp-planner/catalog";
import {
  chooseParameters,
  type Finding,
  findingText,
  InputError,
  parseFleet,
  parsePriceBook,
  parsePriceList,
  visible,
} from "@nkp-planner/core";
import Papa from "papaparse";
import { parse, stringify } from "yaml";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import prices from "../../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import type { PlanningData } from "../../site/src/planning/planning-data.ts";
import type { Scenario } from "../../site/src/state/scenario.ts";
import { fragmentOf, readFragment } from "../../site/src/state/share-link.ts";
import { readFiles } from "../../site/src/worker/read-files.ts";
import { fileOf } from "../support/read.ts";

/** Something that takes what anybody may have written. */
export interface Target {
  readonly name: string;
  /** Valid, each of them. */
  readonly seeds: readonly string[];
  /** A text as plain data, to be changed, and back: `turn` chooses between forms. */
  readonly parse: (text: string) => unknown;
  readonly print: (value: unknown, turn: number) => string | Promise<string>;
  /** Takes a text. @returns whether it was accepted @throws for anything but bad input */
  readonly take: (text: string) => boolean | Promise<boolean>;
}

const published = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");

const SCALED = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-";

/** Beside the small example that each reader brings: what uses as much of the format as is short enough. */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  "fleet-yaml": [
    published("msp-fleet.yaml")
      .split(/^(?= {2}- id: )/m)
      .slice(0, 4)
      .join(""),
  ],
  "price-book-yaml": [published("price-book-eur.yaml"), published("price-book-hosts-eur.yaml")],
  "price-list-yaml": [published("price-list-eur.yaml")],
  "what-if-yaml": [published("what-if-eur.yaml")],
  "cluster-shapes": [
    yamlOf({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "cluster.x-k8s.io/v1beta2",
          kind: "MachineDeployment",
          metadata: { name: "md-0", annotations: { [`${SCALED}min-size`]: "1", [`${SCALED}max-size`]: "3" } },
          spec: {
            clusterName: "kite",
            template: { spec: { infrastructureRef: { kind: "NutanixMachineTemplate", name: "m" } } },
          },
        },
        {
          apiVersion: "infrastructure.cluster.x-k8s.io/v1beta1",
          kind: "NutanixMachineTemplate",
          metadata: { name: "m" },
          spec: {
            template: {
              spec: {
                ...{ vcpuSockets: 4, vcpusPerSocket: 1, memorySize: "8Gi", systemDiskSize: "40Gi" },
                ...{ dataDisks: [{ diskSize: "1Gi" }], gpus: [{ type: "deviceID", deviceID: 8757 }] },
              },
            },
          },
        },
        {
          apiVersion: "anywhere.eks.amazonaws.com/v1alpha1",
          kind: "Cluster",
          metadata: { name: "orchid" },
          spec: { workerNodeGroupConfigurations: [{ count: 2, machineGroupRef: { name: "m" } }] },
        },
        {
          apiVersion: "v1",
          kind: "Node",
          metadata: { name: "n", labels: { agentpool: "a" } },
          spec: { taints: [{ key: "soft", effect: "PreferNoSchedule" }] },
          status: { capacity: { cpu: "8", memory: "32Gi", pods: "110", "nvidia.com/gpu": "1" } },
        },
      ],
    }),
  ],
  "tenants-csv": [
    'Name;vCPU;Memory GB;Pods;Price EUR\n"Orchid; Foods";9,2;26;60;1.900,00\nBasalt;4;8;12;\n',
    "tenant\tpods\tcpu\tmemory\tstorage\tprice\nOrchid\t60\t9200m\t26Gi\t300Gi\t1900.00\n",
  ],
  "right-sizing": [
    '{"apiVersion":"autoscaling.k8s.io/v1","kind":"VerticalPodAutoscaler","metadata":{"name":"a","namespace":"shop"},"spec":{"targetRef":{"kind":"DaemonSet","name":"agent"}},"status":{"recommendation":{"containerRecommendations":[{"containerName":"a","target":{"cpu":"25m","memory":"262144k"},"uncappedTarget":{"cpu":"1","memory":"262144k"}}]}}}',
    '{"Namespaces":{"shop":{"namespace":"shop","workloads":{"agent":{"controllerName":"agent","controllerType":"DaemonSet","containers":{"a":{"containerName":"a","target":{"cpu":"25m","memory":"100Mi"},"requests":{"cpu":"1"},"limits":{"memory":"1Gi"}}}}}}}}',
    '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"kube_pod_container_resource_requests","namespace":"shop","pod":"web-0","container":"web","resource":"cpu","unit":"core"},"values":[[1,"1"],[2,"2"]]},{"metric":{"__name__":"kube_pod_container_resource_limits","namespace":"shop","pod":"web-0","container":"web","resource":"memory","unit":"byte"},"values":[[2,"134217728"]]},{"metric":{"__name__":"kube_pod_owner","namespace":"shop","pod":"web-0","owner_kind":"StatefulSet","owner_name":"web"},"values":[[2,"1"]]}]}}',
    '{"code":200,"data":[{"web-1":{"name":"web-1","properties":{"namespace":"shop","controller":"web","controllerKind":"deployment","pod":"web-1"},"start":"2026-01-01T00:00:00Z","end":"2026-01-01T00:45:00Z","minutes":45,"cpuCoreRequestAverage":1,"cpuCoreUsageAverage":0.5,"ramByteRequestAverage":1e9,"ramByteUsageAverage":5e8,"totalCost":0.5},"web-2":{"name":"web-2","properties":{"namespace":"shop","controller":"web","controllerKind":"deployment","pod":"web-2"},"start":"2026-01-01T00:45:00Z","end":"2026-01-01T01:00:00Z","minutes":15,"cpuCoreRequestAverage":1,"cpuCoreUsageAverage":0.5,"ramByteRequestAverage":1e9,"ramByteUsageAverage":5e8,"totalCost":0.5},"__idle__":{"name":"__idle__","totalCost":3}}]}',
  ],
};

/** Every so many times YAML is printed, which takes many times as long to read as JSON. */
const YAML_TURN = 8;

function ofReader(reader: Reader): Target {
  const isTable = reader.capabilities.syntax === "csv";
  return {
    name: reader.id,
    seeds: [reader.example.text, ...(SEEDS[reader.id] ?? [])],
    parse: isTable ? rowsOf : parse,
    print: isTable ? textOfRows : (value, turn) => (turn % YAML_TURN === 0 ? yamlOf(value) : jsonOf(value)),
    async take(text) {
      const request = { library: workloadLibrary, currency: "EUR" };
      const { value, findings, placeOf } = await reader.read(fileOf(text, reader.example.name), request);
      said(findings);
      placeOf(["items", 0]);
      const isRefused = findings.some(({ severity }) => severity === "error");
      if (value === null && !isRefused) throw new Error("It was refused without a word.");
      return value !== null;
    },
  };
}

/** Whether all that is said can be printed as it is. */
function said(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const text = findingText(finding);
    if (text !== visible(text)) throw new Error(`It says invisible characters: ${JSON.stringify(text)}`);
  }
}

function rowsOf(text: string): string[][] {
  return Papa.parse<string[]>(text).data;
}

function textOfRows(rows: unknown, turn: number): string {
  const delimiter = [",", ";", "\t"][turn % 3] as string;
  const lines = Array.isArray(rows) ? rows : [rows];
  const cells = lines.map((line) => (Array.isArray(line) ? line.map(cellOf) : [cellOf(line)]));
  return Papa.unparse(cells, { delimiter });
}

function cellOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function yamlOf(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}

/** @returns whether nothing was thrown @throws for anything but bad input */
function accepted(take: () => unknown): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    said(error.findings);
    return false;
  }
}

const settings: Target = {
  name: "settings",
  seeds: ["floors=none\nloss-survived=none\nsurge-nodes=1", "host-profile=32x512x15\nvcpu-per-core=4"],
  parse: (text) => Object.fromEntries(text.split("\n").map((line) => line.split("="))),
  print: (value) =>
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, one]) => `${key}=${cellOf(one)}`)
          .join("\n")
      : cellOf(value),
  take: (text) => accepted(() => chooseParameters(plannerFacts.parameters, optionWords(text.split("\n"), "--set"))),
};

const letter = { provider: "", customer: "", objectives: "" };
const EXAMPLE: Scenario = { fleet, prices, priceList: null, settings: {}, locale: "en", letter };
const SHARED: Scenario = {
  ...EXAMPLE,
  fleet: parse(readers[0]?.example.text ?? "") as Scenario["fleet"],
  priceList: parse(published("price-list-eur.yaml")) as Scenario["priceList"],
  settings: { floors: "none" },
};

/** Texts are fragments of an address; values are what is packed in them. */
function shareLink(fragment: string): Target {
  return {
    name: "share-link",
    seeds: [fragment],
    parse: () => SHARED,
    print: (value) => fragmentOf({ scenario: Object(value), dataRelease: "1", costs: {} }, EXAMPLE),
    async take(text) {
      const opened = await readFragment(text, EXAMPLE);
      if ("problem" in opened) return false;
      const { fleet: draft, prices: book, priceList: list } = opened.scenario;
      const all = [
        () => parseFleet(draft),
        () => parsePriceBook(book),
        ...(list === null ? [] : [() => parsePriceList(list)]),
      ];
      return all.map(accepted).every((one) => one);
    },
  };
}

/** Whatever file a visitor drops on the page. */
const siteImport: Target = {
  name: "site-import",
  seeds: readers.map(({ example }) => example.text),
  parse: (text) => (/apiVersion|^\s*\{/.test(text) ? parse(text) : rowsOf(text)),
  print: (value, turn) => (Array.isArray(value) ? textOfRows(value, turn) : jsonOf(value)),
  async take(text) {
    const data = { library: async () => workloadLibrary } as unknown as PlanningData;
    const files = [{ name: "", content: new Blob([text]) }];
    const [answer] = await readFiles(
      data,
      { files, options: {}, currency: exampleFleet.currency, day: "2026-11-23" },
      () => {},
    );
    if (answer === undefined) throw new Error("It was not answered.");
    const { content, problems } = answer;
    if (content.kind === "unreadable" && problems.length === 0) throw new Error("It was refused without a word.");
    return content.kind !== "unreadable";
  },
};

/** Every reader, and what reads beside them. */
export async function fuzzTargets(): Promise<readonly Target[]> {
  const fragment = await fragmentOf({ scenario: SHARED, dataRelease: "1", costs: {} }, EXAMPLE);
  return [...readers.map(ofReader), settings, shareLink(fragment), siteImport];
}
