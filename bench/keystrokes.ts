import { builtData } from "../site/build-time/built-data.ts";
import type { Scenario, TenantDraft } from "../site/src/state/scenario.ts";
import { Desk } from "../site/src/worker/desk.ts";
import { fleetFileOf } from "./fleets.ts";
import { aimText, printPart, tableText, timeText } from "./report.ts";
import { processorMs, progress } from "./timing.ts";

/** What is asked for on a quiet machine, worker and page together: a frame, then what nobody waits for. */
const AIMS_MS: ReadonlyMap<number, number> = new Map([
  [12, 16],
  [100, 50],
  [500, 150],
]);
/** Until code is compiled and each tenant is known. */
const WARM_UP_KEYS = 5;
const KEYS = 15;
const QUICK_KEYS = 5;

/** What a key on the page costs its planner: a fleet with one tenant changed is copied in, planned, and its figures copied out. */
export async function measureKeystrokes(isQuick: boolean): Promise<void> {
  const rows: string[][] = [];
  for (const [tenantCount, aimMs] of AIMS_MS) {
    progress(`keys in a fleet of ${tenantCount} tenants`);
    const desk = new Desk(builtData);
    const keys: (readonly number[])[] = [];
    const all = WARM_UP_KEYS + (isQuick ? QUICK_KEYS : KEYS);
    const { ms: firstMs } = await keyIn(desk, scenarioOf(tenantCount, 0));
    for (let key = 1; key <= all; key += 1) keys.push((await keyIn(desk, scenarioOf(tenantCount, key))).parts);
    const measured = keys.slice(WARM_UP_KEYS);
    const [copiedIn, planned, copiedOut] = [0, 1, 2].map((part) => middleOf(measured.map((one) => one[part] ?? 0)));
    const whole = middleOf(measured.map((one) => one.reduce((sum, ms) => sum + ms, 0)));
    rows.push([
      `${tenantCount} tenants`,
      ...[firstMs, copiedIn ?? 0, planned ?? 0, copiedOut ?? 0, whole].map(timeText),
      `${aimText(whole <= aimMs)} (${aimMs} ms)`,
    ]);
  }
  printPart(
    "A key on the page, by what its planner does until the figures are there",
    [
      `The pods of one of the tenants change at every key; medians of ${isQuick ? QUICK_KEYS : KEYS} keys after ${WARM_UP_KEYS}.`,
      `All models are planned. What is drawn comes on top. The aims are those of a quiet machine.`,
    ],
    tableText(["", "first plan", "copied in", "planned", "copied out", "a key", "aim"], rows),
  );
}

async function keyIn(
  desk: Desk,
  scenario: Scenario,
): Promise<{ readonly ms: number; readonly parts: readonly number[] }> {
  const times = [processorMs()];
  const asked = structuredClone(scenario);
  times.push(processorMs());
  const answer = await desk.answer("plan", asked);
  times.push(processorMs());
  structuredClone(answer);
  times.push(processorMs());
  const parts = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return { ms: parts.reduce((sum, one) => sum + one, 0), parts };
}

/** The fleet of the other measurements with prices of its own, and one tenant that is another at every key. */
function scenarioOf(tenantCount: number, key: number): Scenario {
  const { tenants } = fleetFileOf("distinct", tenantCount) as { readonly tenants: readonly TenantDraft[] };
  const typed = [{ name: "web", replicas: 1 + (key % 7), requests: { cpu: `${500 + 50 * key}m`, memory: "1Gi" } }];
  const changed = Math.floor(tenantCount / 2);
  return {
    ...builtData.example,
    fleet: {
      ...builtData.example.fleet,
      tenants: tenants.map((tenant, at) => ({
        ...tenant,
        ...(at === changed ? { workloads: typed } : {}),
        price: { monthly: String(3000 + at) },
      })),
    },
  };
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
