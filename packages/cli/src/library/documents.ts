/** Documents alone: the JSON that questions and `--format json` answer with, read again. */

export * from "@nkp-planner/core/documents";
