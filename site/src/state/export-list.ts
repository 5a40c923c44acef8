/** What can be taken along, as the menu lists it. How each is written, the planner's thread knows. */
export const exportList = [
  { id: "fleet", title: "Fleet file, YAML", hint: "for the command line and for Git" },
  { id: "prices", title: "Price book, YAML", hint: "" },
  { id: "price-list", title: "Price list, YAML", hint: "" },
  { id: "json", title: "Comparison, JSON", hint: "every figure of every model" },
  { id: "quote-csv", title: "Quote lines, CSV", hint: "for quoting tools; no cost in it" },
  { id: "focus-csv", title: "Costs, CSV in the shape of FOCUS", hint: "internal" },
  { id: "xlsx", title: "Workbook, XLSX", hint: "with formulas; internal" },
] as const;

export type ExportId = (typeof exportList)[number]["id"];
