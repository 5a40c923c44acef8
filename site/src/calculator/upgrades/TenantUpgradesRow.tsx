import { useId } from "react";
import type { TenantDraft } from "../../state/scenario.ts";
import { edit } from "../../state/store.ts";
import {
  otherFields,
  setTenantUpgrades,
  TENANT_FIELDS,
  type TenantField,
  tenantText,
} from "../../state/upgrade-edits.ts";
import { useTyping } from "../use-typing.ts";
import { type FieldProblem, problemAt, problemText } from "./field-problems.ts";

const LABELS: Readonly<Record<TenantField, string>> = {
  readyAfterDays: "Ready after, days",
  freezes: "Freezes",
  version: "Runs version",
};

interface Props {
  readonly tenant: TenantDraft;
  /** Its place in the fleet, as paths of problems have it. */
  readonly index: number;
  readonly problems: readonly FieldProblem[];
}

/** What one tenant says of upgrades. */
export function TenantUpgradesRow({ tenant, index, problems }: Props) {
  const others = otherFields(tenant["upgrades"], TENANT_FIELDS);
  return (
    <tr>
      <th scope="row" className="tenant">
        {tenant.name ?? tenant.id}
        {others.length > 0 && <span className="caption more-said"> and by file: {others.join(", ")}</span>}
      </th>
      {TENANT_FIELDS.map((field) => (
        <td key={field} className={field}>
          <FieldOf tenant={tenant} field={field} problem={problemAt(problems, ["tenants", index, "upgrades", field])} />
        </td>
      ))}
    </tr>
  );
}

function FieldOf({
  tenant,
  field,
  problem,
}: {
  tenant: TenantDraft;
  field: TenantField;
  problem: FieldProblem | undefined;
}) {
  const id = useId();
  const text = tenantText(tenant, field);
  const typing = useTyping({
    shown: text,
    typed: text,
    onType: (typed) => edit(setTenantUpgrades(tenant.id, field, typed), `${tenant.id} upgrades ${field}`),
  });
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        aria-label={`${LABELS[field]}, ${tenant.name ?? tenant.id}`}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem === undefined ? undefined : id}
        {...typing}
      />
      {problem !== undefined && (
        <span id={id} className="small loss field-problem">
          {problemText(problem)}
        </span>
      )}
    </>
  );
}
