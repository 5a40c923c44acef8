import { count, size, type Unit, vcpu } from "@nkp-planner/adapters/tenant-table";
import type { Typed, WorkloadDraft } from "../../state/scenario.ts";
import { textToType, valueTyped } from "../../state/typed-text.ts";
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
  const field = (unit: Unit, value: Typed | undefined, take: (typed: Typed | undefined) => void) => ({
    value: textToType(unit, value, locale),
    onInput: (text: string) => take(valueTyped(unit, text, locale)),
  });
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
        const request = (name: "cpu" | "memory", unit: Unit) =>
          field(unit, workload.requests[name], (typed = "") =>
            set(index, name, (one) => ({ ...one, requests: { ...one.requests, [name]: typed } })),
          );
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
              {...field(count, workload.replicas ?? 1, (replicas = "") =>
                set(index, "replicas", (one) => ({ ...one, replicas })),
              )}
            />
            <Field label="vCPU each" {...request("cpu", vcpu)} />
            <Field label="GiB each" {...request("memory", size)} />
            <Field
              label="Volume GiB each"
              {...field(size, workload.storagePerReplica, (typed) =>
                set(index, "storage", ({ storagePerReplica: _, ...one }) =>
                  typed === undefined ? one : { ...one, storagePerReplica: typed },
                ),
              )}
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
