import type { IsoDate } from "../base/provenance.ts";
import type { UpgradeRisk } from "../input/upgrade-facts.ts";

/** Days on which a provider moves anything: every so many days from one on, or those listed. */
export type MaintenanceWindows =
  | {
      /** 7: once a week. */
      readonly everyDays: number;
      /** The first of them. */
      readonly from: IsoDate;
    }
  | {
      /** One by one; after the last of them nothing moves. */
      readonly days: readonly IsoDate[];
    };

/** Answers to what the planner cannot see of a fleet, by the condition of a risk; without one it is unknown. */
export type RiskAnswers = Partial<Readonly<Record<UpgradeRisk["condition"], boolean>>>;

/** How a provider upgrades: what may lag, who moves together, on which days, and what happens at the end of a window. */
export interface UpgradePolicy {
  /** How many minor versions an attached cluster may be behind its plane, and a plane behind the newest: at least 1. */
  readonly attachedMinorsBehind: number;
  /** How many minor versions a self-managed cluster may be behind the newest; null: not known. */
  readonly selfManagedMinorsBehind: number | null;
  /** Days from one minor version that is not known yet to the next. */
  readonly daysBetweenMinors: number;
  /** Who moves together: `workspace`, all clusters of one; `cluster`, each alone; `by-release`, what is known of each version. */
  readonly couplingScope: "by-release" | "workspace" | "cluster";
  /** Whose order of stages within one upgrade. No date hangs on it. */
  readonly order: "vendor" | "field-guide";
  /** Whether all clusters lie under one Prism Central, or each has its own. */
  readonly prismCentral: "shared" | "own";
  /** Days on which the provider raises the shared Prism Central to the newest; null: when the first cluster needs it. */
  readonly prismCentralDays: readonly IsoDate[] | null;
  /** What happens to a cluster that would leave its window: it waits for its tenants, or is moved without their consent. */
  readonly whenWindowEnds: "wait" | "force";
  /** Days on which anything moves; null: any day. */
  readonly maintenance: MaintenanceWindows | null;
  /** Days after a release until the provider moves its plane. */
  readonly planeDelayDays: number;
  /** What is known of the fleet's risks. */
  readonly answers: RiskAnswers;
}
