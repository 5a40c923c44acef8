import { apart } from "./apart.ts";
import { builtInBackup } from "./built-in-backup.ts";
import { builtInMonitoring } from "./built-in-monitoring.ts";
import { fleetView } from "./fleet-view.ts";
import { ownPace } from "./own-pace.ts";
import { smallTeam } from "./small-team.ts";
import type { Wish } from "./wish.ts";

/** Every wish, in the order outputs show them. A new one is one file and one line here. */
export const wishes: readonly Wish[] = [fleetView, builtInBackup, builtInMonitoring, ownPace, apart, smallTeam];
