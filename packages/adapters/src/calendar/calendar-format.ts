import type { FleetUpgrades } from "@nkp-planner/core";

/** A calendar of upgrades to be written for another tool. */
export interface CalendarToWrite {
  /** How people call the operating model that it is played by. */
  readonly modelTitle: string;
  readonly upgrades: FleetUpgrades;
}

/** How another tool reads a calendar of upgrades. */
export interface CalendarFormat {
  /** As `--format` names it. */
  readonly id: string;
  readonly title: string;
  /** The whole file. */
  write(calendar: CalendarToWrite): string;
}
