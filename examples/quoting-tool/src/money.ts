interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Adds amounts of one currency, digit by digit: numbers with a point would round. */
export function moneySum(moneys: readonly Money[]): Money {
  const [first] = moneys;
  if (first === undefined) throw new Error("There is nothing to add.");
  const digitCount = first.amount.split(".")[1]?.length ?? 0;
  if (moneys.some(({ currency }) => currency !== first.currency)) throw new Error("Currencies differ.");
  const sum = moneys.reduce((total, { amount }) => total + BigInt(amount.replace(".", "")), 0n);
  const text = `${sum < 0n ? -sum : sum}`.padStart(digitCount + 1, "0");
  const whole = text.slice(0, text.length - digitCount);
  const part = digitCount === 0 ? "" : `.${text.slice(-digitCount)}`;
  return { amount: `${sum < 0n ? "-" : ""}${whole}${part}`, currency: first.currency };
}
