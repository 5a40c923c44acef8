import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../findings/input-error.ts";
import { podTotals } from "./pod-scheduling-view.ts";
import type { ResourceList } from "./pod-spec.ts";
import { canonicalQuantity } from "./quantity-text.ts";

type Amounts = Readonly<Record<string, string | number | null>>;

function container(requests: Amounts, limits: Amounts = {}, name = "a") {
  return { name, resources: { requests, limits } };
}

const sidecar = (requests: Amounts) => ({ ...container(requests), restartPolicy: "Always" });

const texts = (list: ResourceList) =>
  Object.fromEntries([...list].map(([name, quantity]) => [name, canonicalQuantity(quantity)]));

const asWritten = (spec: object) => podTotals(spec).asWritten;
const requests = (spec: object) => texts(asWritten(spec).requests);
const limits = (spec: object) => texts(asWritten(spec).limits);
const defaulted = (spec: object) => podTotals(spec).afterApiDefaults;

describe("what a pod requests", () => {
  it("adds containers up", () => {
    const spec = { containers: [container({ cpu: "100m", memory: "128Mi" }), container({ cpu: "250m" })] };
    expect(requests(spec)).toEqual({ cpu: "350m", memory: "128Mi" });
  });

  it("takes the hungriest init container where that is more, resource by resource", () => {
    const spec = {
      initContainers: [container({ cpu: 1, memory: "64Mi" }), container({ cpu: "300m", memory: "32Mi" })],
      containers: [container({ cpu: "100m", memory: "512Mi" })],
    };
    expect(requests(spec)).toEqual({ cpu: "1", memory: "512Mi" });
  });

  it("counts a sidecar beside the containers, and beside the init containers after it", () => {
    const spec = {
      initContainers: [container({ cpu: "300m" }), sidecar({ cpu: "50m" }), container({ cpu: "260m" })],
      containers: [container({ cpu: "100m" })],
    };
    // running 100 + 50; starting 300, then 50 + 260
    expect(requests(spec)).toEqual({ cpu: "310m" });
    expect(requests({ ...spec, containers: [container({ cpu: "261m" })] })).toEqual({ cpu: "311m" });
  });

  it("puts overhead on top of requests, and on limits that are there and not zero", () => {
    const spec = {
      containers: [container({ cpu: "100m" }, { memory: "256Mi", cpu: 0 })],
      overhead: { cpu: "250m", memory: "120Mi", "ephemeral-storage": "1Gi" },
    };
    expect(requests(spec)).toEqual({ cpu: "350m", memory: "120Mi", "ephemeral-storage": "1Gi" });
    expect(limits(spec)).toEqual({ cpu: "0", memory: "376Mi" });
  });

  it("lets the pod's own statement replace its containers', for what a pod may state", () => {
    const spec = {
      containers: [container({ cpu: 2, memory: "1Gi", "ephemeral-storage": "1Gi" }, { cpu: 4 })],
      resources: { requests: { cpu: 1, "ephemeral-storage": "5Gi" }, limits: { cpu: 3 } },
      overhead: { cpu: "100m" },
    };
    expect(requests(spec)).toEqual({ cpu: "1100m", memory: "1Gi", "ephemeral-storage": "1Gi" });
    expect(limits(spec)).toEqual({ cpu: "3100m" });
  });

  it("is nothing for nothing", () => {
    for (const spec of [
      {},
      { containers: [] },
      { containers: [{ name: "a", resources: null }], initContainers: null },
    ]) {
      expect(requests(spec)).toEqual({});
      expect(limits(spec)).toEqual({});
    }
  });
});

describe("after the API server's defaults", () => {
  it("requests left out are taken from limits, container by container", () => {
    const spec = {
      initContainers: [container({}, { memory: "1Gi" })],
      containers: [container({ cpu: "100m" }, { cpu: 1, memory: "64Mi" }), container({ memory: "16Mi" })],
    };
    expect(requests(spec)).toEqual({ cpu: "100m", memory: "16Mi" });
    expect(texts(defaulted(spec).requests)).toEqual({ cpu: "100m", memory: "1Gi" });
    expect(texts(defaulted(spec).limits)).toEqual(limits(spec));
  });

  it("every quantity is rounded up to thousandths before they are added", () => {
    const spec = { containers: [container({ cpu: "1500u" }), container({ cpu: "1500u" })] };
    expect(requests(spec)).toEqual({ cpu: "3m" });
    expect(texts(defaulted(spec).requests)).toEqual({ cpu: "4m" });
  });

  it("a pod's own limit becomes its request only where no container requests anything", () => {
    const spec = {
      containers: [container({ cpu: "100m" })],
      resources: { limits: { cpu: 2, memory: "1Gi" } },
    };
    expect(requests(spec)).toEqual({ cpu: "100m" });
    expect(texts(defaulted(spec).requests)).toEqual({ cpu: "100m", memory: "1Gi" });
  });
});

it("a limit of an extended resource is its request where none is said", () => {
  const spec = { containers: [container({ cpu: "1" }, { "nvidia.com/gpu": 2 })] };
  expect(requests(spec)).toEqual({ cpu: "1" });
  expect(texts(defaulted(spec).requests)).toEqual({ cpu: "1", "nvidia.com/gpu": "2" });
  expect(defaulted(spec).scheduler.scalars).toEqual(new Map([["nvidia.com/gpu", 2n]]));
});

describe("what the scheduler counts", () => {
  const NONE = { cpuMillicores: 0n, memoryBytes: 0n, ephemeralStorageBytes: 0n, scalars: new Map() };

  it("scores a container that says nothing as a tenth of a core and 200 MiB", () => {
    expect(asWritten({ containers: [{ name: "a" }] }).scheduler).toEqual({
      ...NONE,
      scoredCpuMillicores: 100n,
      scoredMemoryBytes: 200n * 2n ** 20n,
    });
    const zero = asWritten({ containers: [container({ cpu: 0, memory: null })] }).scheduler;
    expect(zero).toEqual({ ...NONE, scoredCpuMillicores: 0n, scoredMemoryBytes: 0n });
  });

  it("rounds each container up by itself", () => {
    const view = asWritten({ containers: [container({ cpu: "100500u" }), container({ cpu: "100500u" })] }).scheduler;
    expect(view.cpuMillicores).toBe(202n); // 101 + 101, where the sum is 201
  });

  it("counts extended resources and huge pages by name, pods and unknown native names not", () => {
    const amounts = { "nvidia.com/gpu": 1, "hugepages-2Mi": "4Mi", pods: 1, "requests.x/y": 1, storage: "1Gi" };
    const view = asWritten({ containers: [container(amounts), container({ "nvidia.com/gpu": 2 })] }).scheduler;
    expect(view.scalars).toEqual(
      new Map([
        ["nvidia.com/gpu", 3n],
        ["hugepages-2Mi", 4n * 2n ** 20n],
      ]),
    );
  });

  it("takes containers of a pod that states a resource for what they say", () => {
    const containers = [container({ memory: "1Gi" }), { name: "b" }];
    const view = asWritten({ containers, resources: { requests: { cpu: "1" } } }).scheduler;
    expect(view.scoredCpuMillicores).toBe(1000n);
    expect(view.scoredMemoryBytes).toBe(2n ** 30n); // without the pod's statement 200 MiB more for b
  });

  it("does not lose a byte above what a double keeps", () => {
    const spec = { containers: [container({ memory: "9007199254740993" })] };
    expect(asWritten(spec).scheduler.memoryBytes).toBe(2n ** 53n + 1n);
  });
});

describe("what is no pod", () => {
  function problemsOf(spec: unknown): string {
    try {
      podTotals(spec, "shop/web");
      return "";
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
  }

  it("every bad quantity is told at once, with its container", () => {
    const spec = {
      containers: [container({ memory: "16GB" }, {}, "app")],
      initContainers: [{ resources: { limits: { cpu: "many" } } }],
      overhead: { cpu: "1e2147483647" },
    };
    expect(problemsOf(spec).split("\n")).toEqual([
      'shop/web: containers[0].resources.requests.memory: found "16GB" in container "app", expected a Kubernetes quantity; write "16Gi" or "16G"',
      'shop/web: initContainers[0].resources.limits.cpu: found "many" in container 0, expected a Kubernetes quantity; write for example "500m" or "2Gi"',
      'shop/web: overhead.cpu: found "1e2147483647" in the overhead, expected a Kubernetes quantity; write for example "500m" or "2Gi"',
    ]);
  });

  it.each([
    null,
    1,
    "pod",
    [],
    { containers: {} },
    { containers: ["a"] },
    { containers: [{ resources: { requests: [1] } }] },
  ])("%j", (spec) => expect(problemsOf(spec)).not.toBe(""));

  it("other fields are passed over", () => {
    const spec = { nodeName: "n", containers: [{ ...container({ cpu: " 1 " }), image: "x", ports: [{}] }], volumes: 3 };
    expect(requests(spec)).toEqual({ cpu: "1" });
  });
});

describe("what holds for every pod", () => {
  const amount = fc.integer({ min: 0, max: 5000 }).map((milli) => ({ cpu: `${milli}m` }));
  const list = fc.array(amount, { maxLength: 4 });

  it("without sidecars it requests the larger of the sum and the largest init container", () => {
    fc.assert(
      fc.property(list, list, (running, starting) => {
        const milli = (amounts: readonly { cpu: string }[]) => amounts.map(({ cpu }) => Number.parseInt(cpu, 10));
        const expected = Math.max(
          milli(running).reduce((sum, one) => sum + one, 0),
          ...milli(starting),
        );
        const spec = {
          containers: running.map((one) => container(one)),
          initContainers: starting.map((one) => container(one)),
        };
        expect(asWritten(spec).scheduler.cpuMillicores).toBe(BigInt(expected));
      }),
    );
  });

  it("sidecars alone, whatever their order, add up like containers", () => {
    fc.assert(
      fc.property(list, list, (containers, sidecars) => {
        const apart = { containers: containers.map((one) => container(one)), initContainers: sidecars.map(sidecar) };
        const together = { containers: [...containers, ...sidecars].map((one) => container(one)) };
        expect(asWritten(apart).scheduler).toEqual(asWritten(together).scheduler);
      }),
    );
  });
});
