/** What plays calendars of upgrades, in a file of its own: most fleets need none of it. */
export { upgradeEfforts } from "@nkp-planner/core";
