import type { Outlier } from "../../state/outliers.ts";
import { shownNumber } from "../../state/typed-text.ts";

/** Where it is said what is the matter with values that stand out, for whoever comes to one of them. */
export const FAR_ID = "values-far-from-others";

const MOST_SHOWN = 5;

/** Values that are so far from those of the other tenants that another unit was probably meant: planned as they stand. */
export function Outliers({ outliers, locale }: { outliers: readonly Outlier[]; locale: string }) {
  return (
    <div id={FAR_ID} role="status" className="outliers small">
      {outliers.length > 0 && (
        <ul>
          {outliers.slice(0, MOST_SHOWN).map(({ tenant, column, times }) => (
            <li key={`${tenant.id} ${column.id}`}>
              <strong>{tenant.name ?? tenant.id}</strong>, {column.grid.title}: {shownNumber(String(times), locale)}{" "}
              times the median of the column. It is planned as it stands; is the unit right?
            </li>
          ))}
          {outliers.length > MOST_SHOWN && <li>and {outliers.length - MOST_SHOWN} more.</li>}
        </ul>
      )}
    </div>
  );
}
