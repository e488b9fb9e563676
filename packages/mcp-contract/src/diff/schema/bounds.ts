/** True when the first allows less than the second. */
export function isTighter(
  one: { value: number; exclusive: boolean },
  other: { value: number; exclusive: boolean },
  isLow: boolean,
): boolean {
  if (one.value !== other.value) {
    return isLow ? one.value > other.value : one.value < other.value;
  }
  return one.exclusive && !other.exclusive;
}
