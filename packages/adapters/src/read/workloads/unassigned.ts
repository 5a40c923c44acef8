/** The tenant of what nothing says whose it is. */
export const UNASSIGNED = "unassigned";
