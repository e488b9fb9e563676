/**
 * Columns of FOCUS's Cost and Usage dataset, by the version that brought them:
 * what an import looks for, and an export writes. Own columns start with `x_`.
 */
const FOCUS_1_0 = [
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
] as const;
const FOCUS_1_1 = [
  'CapacityReservationId',
  'CapacityReservationStatus',
  'CommitmentDiscountQuantity',
  'CommitmentDiscountUnit',
  'ServiceSubcategory',
  'SkuMeter',
  'SkuPriceDetails',
] as const;
const FOCUS_1_2 = [
  'BillingAccountType',
  'InvoiceId',
  'PricingCurrency',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
  'SubAccountType',
] as const;
const FOCUS_1_3 = [
  'AllocatedMethodDetails',
  'AllocatedMethodId',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'ContractApplied',
  'HostProviderName',
  // Takes the place of ProviderName, which 1.4 no longer has.
  'ServiceProviderName',
] as const;

/** The columns that each version added, the newest version first. */
export const FOCUS_COLUMNS_ADDED = {
  '1.3': FOCUS_1_3,
  '1.2': FOCUS_1_2,
  '1.1': FOCUS_1_1,
  '1.0': FOCUS_1_0,
} as const;

/** A column that FOCUS 1.0 to 1.3 knows. */
export type FocusColumn =
  (typeof FOCUS_COLUMNS_ADDED)[keyof typeof FOCUS_COLUMNS_ADDED][number];

/** The version whose columns an export writes. */
export const FOCUS_EXPORT_VERSION = '1.3';

/** Without these a bill can't be imported. */
export const REQUIRED_COLUMNS = [
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'EffectiveCost',
] as const satisfies readonly FocusColumn[];

/** Whose service was used: the first of these that a row has. */
export const PROVIDER_COLUMNS = [
  'ServiceProviderName',
  'ProviderName',
  'InvoiceIssuerName',
] as const satisfies readonly FocusColumn[];

/**
 * Who sent the bill: the first of these that a row has. Providers differ within
 * a bill, and their column with the version; who issues it stays.
 */
export const ISSUER_COLUMNS = [
  'InvoiceIssuerName',
  'ServiceProviderName',
  'ProviderName',
] as const satisfies readonly FocusColumn[];

/** How some exporters write that a column has no value. */
export const NULL_TEXT = '(null)';

/** `ChargeClass` of a row that corrects a bill that was invoiced before. */
export const CORRECTION = 'Correction';
