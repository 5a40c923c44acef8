import { useStore } from "@nanostores/react";
import { $outcome, $scenario, edit } from "../../state/store.ts";
import { FLEET_FIELDS, type FleetField, fleetText, otherFields, setFleetUpgrades } from "../../state/upgrade-edits.ts";
import type { ResultView } from "../../view/result-view.ts";
import { useAnswer } from "../charts/useAnswer.ts";
import { Field } from "../Field.tsx";
import { InParts } from "../InParts.tsx";
import { type FieldProblem, problemAt, problemText } from "./field-problems.ts";
import { TenantUpgradesRow } from "./TenantUpgradesRow.tsx";

const FLEET: Readonly<Record<FleetField, { readonly label: string; readonly hint: string }>> = {
  everyDays: { label: "Maintenance every, days", hint: "From the fleet's day on. Empty: any day is good." },
  prismCentral: { label: "Prism Central runs", hint: "Such as pc.7.3. Empty: not known, and said so." },
  aos: { label: "AOS runs", hint: "Such as 7.3. Empty: not known, and said so." },
};

/** What the fleet and its tenants say of upgrades: when tenants are ready, when nothing may be touched, what runs. */
export default function UpgradeFields({ view }: { view: ResultView }) {
  const scenario = useStore($scenario);
  const outcome = useStore($outcome);
  const { answer } = useAnswer("upgrades", view, true);
  if (scenario === null || outcome === null) return null;
  const { fleet } = scenario;
  const ofFleet = outcome.problems.filter(({ subject }) => subject === "fleet");
  // Where the plan is refused, what is asked about it is of before.
  const problems: readonly FieldProblem[] = ofFleet.length > 0 ? ofFleet : (answer?.problems ?? []);
  const others = otherFields(fleet["upgrades"], FLEET_FIELDS);
  return (
    <>
      <p className="prose">
        Once anybody says when, hours of upgrades are counted from the calendar: costs follow it. The part "Upgrades" of
        the result has it.
      </p>
      <div className="fields">
        {FLEET_FIELDS.map((field) => (
          <FleetFieldOf
            key={field}
            field={field}
            value={fleetText(fleet, field)}
            problem={problemAt(problems, ["upgrades", field])}
          />
        ))}
      </div>
      {others.length > 0 && <p className="caption">The fleet's file says more, which stays: {others.join(", ")}.</p>}
      <InParts
        className="prices upgrade-fields"
        caption="When tenants accept upgrades"
        remark="days after a minor version comes out, or never; freezes as 2026-12-01 to 2027-01-10, several with a comma between; what is left empty is assumed"
        rows={fleet.tenants}
        head={
          <tr>
            <th scope="col">Tenant</th>
            <th scope="col">Ready after, days</th>
            <th scope="col">Freezes</th>
            <th scope="col">Runs version</th>
          </tr>
        }
        draw={(tenant, index) => (
          <TenantUpgradesRow key={tenant.id} tenant={tenant} index={index} problems={problems} />
        )}
      />
    </>
  );
}

function FleetFieldOf({
  field,
  value,
  problem,
}: {
  field: FleetField;
  value: string;
  problem: FieldProblem | undefined;
}) {
  const { label, hint } = FLEET[field];
  return (
    <Field
      label={label}
      hint={hint}
      value={value}
      problem={problem === undefined ? undefined : problemText(problem)}
      onInput={(text) => edit(setFleetUpgrades(field, text), `upgrades ${field}`)}
    />
  );
}
