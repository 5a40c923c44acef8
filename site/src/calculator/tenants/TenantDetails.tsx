import { useStore } from "@nanostores/react";
import { growth, largestMemory, largestVcpu, type TenantColumn } from "@nkp-planner/adapters/tenant-table";
import { changeTenant, setCell } from "../../state/edits.ts";
import { typedText } from "../../state/grid.ts";
import type { TenantDraft, WorkloadDraft } from "../../state/scenario.ts";
import { $detailed } from "../../state/selection.ts";
import { $outcome, $scenario, edit, settle } from "../../state/store.ts";
import { byTotals } from "../../state/use-totals.ts";
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
  const field = (column: TenantColumn) => ({
    value: typedText(column, tenant, locale),
    onInput: (text: string) => edit(setCell(tenant.id, column, text), `${tenant.id} ${column.id}`),
  });
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
        <fieldset className="fields">
          <legend>Largest single pod</legend>
          <Field label="vCPU" {...field(largestVcpu)} />
          <Field label="GiB" {...field(largestMemory)} />
          <p className="caption">
            It must fit on one node. Empty: all pods are taken as equal in size, and the plan says so.
          </p>
        </fieldset>
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
        {...field(growth)}
      />
      <button type="button" onClick={() => $detailed.set(null)}>
        Close
      </button>
    </section>
  );
}

function namedOf({ preset, applications = [] }: TenantDraft): readonly string[] {
  return [
    ...(preset === undefined ? [] : [`preset ${preset}`]),
    ...applications.map(({ application, count }) => `${application}${count === undefined ? "" : ` × ${count}`}`),
  ];
}

const FIRST_WORKLOAD: WorkloadDraft = { name: "web", replicas: 1, requests: { cpu: "500m", memory: "1Gi" } };

function byWorkloads({ demand: _, ...tenant }: TenantDraft): TenantDraft {
  return { ...tenant, workloads: [FIRST_WORKLOAD] };
}

function withoutNames({ preset: _, applications: __, ...tenant }: TenantDraft): TenantDraft {
  return { ...tenant, workloads: tenant.workloads ?? [] };
}
