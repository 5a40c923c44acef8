/** The first moment of a day, as APIs want it. */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
