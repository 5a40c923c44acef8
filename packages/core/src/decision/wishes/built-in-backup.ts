import { defineWish, haveAll } from "./wish.ts";

/** Backup of applications without another product. */
export const builtInBackup = defineWish({
  id: "built-in-backup",
  title: "Built-in backup for every tenant",
  meets: "The edition of every tenant's cluster has backup (Velero).",
  isMetBy: (plan) => haveAll(plan, "backupVelero"),
});
