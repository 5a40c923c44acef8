/** What a file for Pax8 has: a quote a tenant. */
export interface Pax8File {
  readonly currency: string;
  readonly quotes: readonly {
    /** The tenant's key, as the fleet has it; null: the fleet has none. */
    readonly ref: string | null;
    readonly tenantId: string;
    readonly name: string;
    /** The last day on which its prices hold as they stand: no later the quote may expire; null: none is named. */
    readonly validUntil: string | null;
    readonly termMonths: number | null;
    /** What must be known before the quote is sent. */
    readonly notes: readonly string[];
    /** The body of one POST. */
    readonly lineItems: readonly Pax8LineItem[];
    /** All lines that stand in one item together. */
    readonly bundles: readonly Pax8Bundle[];
  }[];
}

/** An item of one's own, which is in no catalogue of Pax8. */
export interface Pax8LineItem {
  readonly type: "Custom";
  readonly productName: string;
  readonly productSku: string;
  readonly quantity: number;
  readonly price: number;
  /** Of one, as the price is. */
  readonly cost?: number;
  readonly initialTotal: number;
  readonly billingTerm: "Monthly" | "One-Time";
  readonly effectiveDate: string;
  readonly note: string;
}

export interface Pax8Bundle {
  readonly productSku: string;
  readonly lines: readonly { readonly sku: string; readonly name: string; readonly amount: number }[];
}
