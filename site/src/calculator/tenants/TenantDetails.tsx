import { useStore } from "@nanostores/react";
import { changeTenant } from "../../state/edits.ts";
import type { TenantDraft, WorkloadDraft } from "../../state/scenario.ts";
import { $detailed } from "../../state/selection.ts";
import { $outcome, $scenario, edit, settle } from "../../state/store.ts";
import { asBinary, asNumber, fromBinary, plainNumber } from "../../state/typed-text.ts";
import type { TenantDemand } from "../../view/demand-view.ts";
import { Field } from "../Field.tsx";
import { Switch } from "../Switch.tsx";
import { Workloads } from "./Workloads.tsx";

/** Size and growth of one tenant, below the table: by totals, or workload by workload. */
export function TenantDetails() {
  const id = useStore($detailed);
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const tenant = scenario?.fleet.tenants.find((one) => one.id === id);
  if (tenant === undefined || scenario === null) return null;
  const { locale } = scenario;
  const change = (key: string, to: (tenant: TenantDraft) => TenantDraft) =>
    edit(changeTenant(tenant.id, to), `${tenant.id} ${key}`);
  const isByTotals = tenant.demand !== undefined;
  return (
    <section className="card details" aria-label={`Size and growth of ${tenant.name ?? tenant.id}`}>
      <h3>{tenant.name ?? tenant.id}</h3>
      <Switch
        label="Size"
        options={[
          { id: "totals", title: "Size by totals" },
          { id: "workloads", title: "Size by workloads" },
        ]}
        chosen={isByTotals ? "totals" : "workloads"}
        choose={(way) => {
          settle();
          change("way", way === "totals" ? (one) => byTotals(one, outcome?.view.demand.byTenant[one.id]) : byWorkloads);
        }}
      />
      {isByTotals ? (
        <LargestPod tenant={tenant} locale={locale} change={change} />
      ) : (
        <Workloads
          workloads={tenant.workloads ?? []}
          named={namedOf(tenant)}
          locale={locale}
          change={(key, workloads) => change(key, (one) => ({ ...one, workloads }))}
          forgetNamed={() => change("named", withoutNames)}
        />
      )}
      <Field
        label="Growth, percent a year"
        hint="Empty: as the fleet's, see Growth of tenants a year."
        value={String(tenant.growthPercentPerYear ?? "")}
        onInput={(text) => change("growth", (one) => withGrowth(one, plainNumber(text, locale)))}
      />
      <button type="button" onClick={() => $detailed.set(null)}>
        Close
      </button>
    </section>
  );
}

interface Part {
  readonly tenant: TenantDraft;
  readonly locale: string;
  readonly change: (key: string, to: (tenant: TenantDraft) => TenantDraft) => void;
}

function LargestPod({ tenant: { demand }, locale, change }: Part) {
  const largest = demand?.largestPod;
  const set = (field: "cpu" | "memory", text: string) =>
    change(`largest ${field}`, (one) => {
      const plain = plainNumber(text, locale);
      const value = field === "cpu" ? plain : asBinary(plain);
      const pod = { cpu: "0", memory: "0", ...one.demand?.largestPod, [field]: plain === "" ? "0" : value };
      const { largestPod: _, ...rest } = one.demand ?? { pods: 0, cpu: "0", memory: "0" };
      const isEmpty = String(pod.cpu) === "0" && String(pod.memory) === "0";
      return { ...one, demand: isEmpty ? rest : { ...rest, largestPod: pod } };
    });
  return (
    <fieldset className="fields">
      <legend>Largest single pod</legend>
      <Field
        label="vCPU"
        value={largest === undefined ? "" : String(largest.cpu)}
        onInput={(text) => set("cpu", text)}
      />
      <Field
        label="GiB"
        value={largest === undefined ? "" : fromBinary(largest.memory)}
        onInput={(text) => set("memory", text)}
      />
      <p className="caption">
        It must fit on one node. Empty: all pods are taken as equal in size, and the plan says so.
      </p>
    </fieldset>
  );
}

function namedOf({ preset, applications = [] }: TenantDraft): readonly string[] {
  return [
    ...(preset === undefined ? [] : [`preset ${preset}`]),
    ...applications.map(({ application, count }) => `${application}${count === undefined ? "" : ` × ${count}`}`),
  ];
}

function byTotals(tenant: TenantDraft, derived: TenantDemand | undefined): TenantDraft {
  const { workloads: _, preset: __, applications: ___, ...rest } = tenant;
  return { ...rest, demand: derived?.totals ?? { pods: 0, cpu: "0", memory: "0" } };
}

const FIRST_WORKLOAD: WorkloadDraft = { name: "web", replicas: 1, requests: { cpu: "500m", memory: "1Gi" } };

function byWorkloads({ demand: _, ...tenant }: TenantDraft): TenantDraft {
  return { ...tenant, workloads: [FIRST_WORKLOAD] };
}

function withoutNames({ preset: _, applications: __, ...tenant }: TenantDraft): TenantDraft {
  return { ...tenant, workloads: tenant.workloads ?? [] };
}

function withGrowth({ growthPercentPerYear: _, ...tenant }: TenantDraft, text: string): TenantDraft {
  return text === "" ? tenant : { ...tenant, growthPercentPerYear: asNumber(text) };
}
