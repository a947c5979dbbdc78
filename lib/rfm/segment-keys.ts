/** What segments of the shipped maps are called: words under `segment-names.names`. */
export const segmentKeys = [
  'rfmChampions',
  'loyal',
  'potentialLoyalists',
  'newCustomers',
  'promising',
  'needAttention',
  'aboutToSleep',
  'rfmAtRisk',
  'rfmCantLose',
  'hibernating',
  'brazeNew',
  'brazeNeedAttention',
  'chinaHighHighHigh',
  'chinaHighLowHigh',
  'chinaLowHighHigh',
  'chinaLowLowHigh',
  'chinaHighHighLow',
  'chinaHighLowLow',
  'chinaLowHighLow',
  'chinaLowLowLow',
] as const
export type SegmentKey = (typeof segmentKeys)[number]
