import type { WorkloadDraft } from "../../state/scenario.ts";
import { asBinary, asCount, fromBinary, plainNumber } from "../../state/typed-text.ts";
import { Field } from "../Field.tsx";

interface Props {
  readonly workloads: readonly WorkloadDraft[];
  /** Presets and typical applications beside them. */
  readonly named: readonly string[];
  readonly locale: string;
  readonly change: (key: string, workloads: readonly WorkloadDraft[]) => void;
  readonly forgetNamed: () => void;
}

/** A tenant workload by workload: replicas, and what each asks for. */
export function Workloads({ workloads, named, locale, change, forgetNamed }: Props) {
  const set = (index: number, field: string, to: (workload: WorkloadDraft) => WorkloadDraft) =>
    change(
      `workload ${index} ${field}`,
      workloads.map((one, at) => (at === index ? to(one) : one)),
    );
  return (
    <div className="workloads">
      {named.length > 0 && (
        <p className="small">
          Sized by what public charts ask for by default, a starting point and no measured need: {named.join(", ")}.{" "}
          <button type="button" className="link" onClick={forgetNamed}>
            Remove
          </button>
        </p>
      )}
      {workloads.map((workload, index) => {
        const request = (field: "cpu" | "memory", text: string) =>
          set(index, field, (one) => ({ ...one, requests: { ...one.requests, [field]: text } }));
        return (
          <fieldset key={index} className="fields">
            <legend className="visually-hidden">Workload {index + 1}</legend>
            <Field
              label="Workload"
              value={workload.name}
              onInput={(name) => set(index, "name", (one) => ({ ...one, name }))}
            />
            <Field
              label="Pods"
              value={String(workload.replicas ?? 1)}
              onInput={(text) =>
                set(index, "replicas", (one) => ({ ...one, replicas: asCount(plainNumber(text, locale)) }))
              }
            />
            <Field
              label="vCPU each"
              value={String(workload.requests.cpu)}
              onInput={(text) => request("cpu", plainNumber(text, locale))}
            />
            <Field
              label="GiB each"
              value={fromBinary(workload.requests.memory)}
              onInput={(text) => request("memory", asBinary(plainNumber(text, locale)))}
            />
            <Field
              label="Volume GiB each"
              value={fromBinary(workload.storagePerReplica)}
              onInput={(text) =>
                set(index, "storage", ({ storagePerReplica: _, ...one }) =>
                  text === "" ? one : { ...one, storagePerReplica: asBinary(plainNumber(text, locale)) },
                )
              }
            />
            <button
              type="button"
              aria-label={`Remove ${workload.name}`}
              onClick={() =>
                change(
                  "remove",
                  workloads.filter((_, at) => at !== index),
                )
              }
            >
              ×
            </button>
          </fieldset>
        );
      })}
      <button
        type="button"
        onClick={() =>
          change("add", [...workloads, { name: "more", replicas: 1, requests: { cpu: "500m", memory: "1Gi" } }])
        }
      >
        Add workload
      </button>
    </div>
  );
}
