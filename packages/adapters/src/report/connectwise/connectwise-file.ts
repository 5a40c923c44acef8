/** What a file for ConnectWise PSA has: an agreement a tenant, with bodies to post. */
export interface ConnectwiseFile {
  readonly currency: string;
  readonly agreements: readonly {
    /** The tenant's key, as the fleet has it; null: the fleet has none. */
    readonly ref: string | null;
    readonly tenantId: string;
    readonly name: string;
    /** The last day on which its prices hold as they stand; null: none is named. */
    readonly validUntil: string | null;
    readonly termMonths: number | null;
    /** What must be known before anything of it is posted. */
    readonly notes: readonly string[];
    readonly additions: readonly ConnectwiseAddition[];
    readonly productItems: readonly ConnectwiseProductItem[];
  }[];
}

/** What comes again with every invoice of an agreement. */
export interface ConnectwiseAddition {
  readonly product: { readonly identifier: string };
  readonly quantity: number;
  readonly lessIncluded: number;
  readonly unitPrice: number;
  readonly unitCost?: number;
  readonly billCustomer: "Billable" | "NoCharge";
  readonly effectiveDate: string;
  readonly cancelledDate?: string;
  readonly taxableFlag: boolean;
  readonly invoiceDescription: string;
  readonly sequenceNumber: number;
}

/** What is due once. */
export interface ConnectwiseProductItem {
  readonly catalogItem: { readonly identifier: string };
  readonly quantity: number;
  readonly price: number;
  readonly cost?: number;
  readonly billableOption: "Billable" | "NoCharge";
  readonly taxableFlag: boolean;
  readonly customerDescription: string;
  readonly sequenceNumber: number;
}
