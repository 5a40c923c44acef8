import { useStore } from "@nanostores/react";
import { changeTenant } from "../../state/edits.ts";
import { $scenario, edit } from "../../state/store.ts";
import { columnOf, type problemsByTenant, problemText } from "../../state/tenant-problems.ts";

const MOST_SHOWN = 5;

/** What cannot be read in the table, tenant by tenant; the figures stay those of before. */
export function TenantProblems({ problems }: { problems: ReturnType<typeof problemsByTenant> }) {
  const scenario = useStore($scenario);
  const all = (scenario?.fleet.tenants ?? []).flatMap(({ id, name }) =>
    (problems.get(id) ?? []).map((problem) => ({ id, name: name ?? id, problem })),
  );
  return (
    <div role="status" className="problems small">
      {all.length > 0 && (
        <ul>
          {all.slice(0, MOST_SHOWN).map(({ id, name, problem, problem: { path } }) => (
            <li key={`${id} ${path.join(".")}`}>
              <strong>{name}</strong>, {problemText(problem, columnOf(problem), scenario?.locale ?? "")}.{" "}
              {path.includes("largestPod") && (
                <button type="button" className="link" onClick={() => edit(changeTenant(id, withoutLargestPod))}>
                  Take all its pods as equal in size
                </button>
              )}
            </li>
          ))}
          {all.length > MOST_SHOWN && <li>and {all.length - MOST_SHOWN} more.</li>}
        </ul>
      )}
    </div>
  );
}

function withoutLargestPod<Tenant extends { readonly demand?: object }>(tenant: Tenant): Tenant {
  const { largestPod: _, ...demand } = (tenant.demand ?? {}) as Record<string, unknown>;
  return { ...tenant, demand };
}
