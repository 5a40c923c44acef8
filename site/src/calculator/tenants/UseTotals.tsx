import { useStore } from "@nanostores/react";
import { useEffect, useRef } from "react";
import { $scenario } from "../../state/store.ts";
import { $typedOver, keepWorkloads, takeTotals } from "../../state/use-totals.ts";

/** Asks whoever types over a figure that follows from workloads, before anything is lost. */
export function UseTotals() {
  const typedOver = useStore($typedOver);
  const scenario = useStore($scenario);
  const take = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (typedOver !== null) take.current?.focus();
  }, [typedOver]);
  const tenant = scenario?.fleet.tenants.find(({ id }) => id === typedOver?.tenantId);
  if (typedOver === null || tenant === undefined) return null;
  return (
    <section
      aria-label="Size by totals?"
      className="use-totals small"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        keepWorkloads(typedOver);
      }}
    >
      <p>
        {tenant.name ?? tenant.id} is sized by its workloads; totals take their place, and where their pods may run is
        lost.
      </p>
      <button type="button" ref={take} onClick={() => takeTotals(typedOver)}>
        Use totals instead
      </button>
      <button type="button" className="link" onClick={() => keepWorkloads(typedOver)}>
        Keep the workloads
      </button>
    </section>
  );
}
