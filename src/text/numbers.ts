/** 131072 -> `131k`, 1048576 -> `1.0M`: tokens in powers of ten, as the field writes them. */
export function formatTokens(count: number): string {
  if (count < 1000) return String(count);
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  return `${(count / 1_000_000).toFixed(1)}M`;
}

/** US dollars without a currency sign: 0.7 -> `0.70`, 0.055 -> `0.055`, 3 -> `3.00`. */
function formatUsd(amount: number): string {
  const rounded = amount.toFixed(2);
  return Number(rounded) === amount ? rounded : String(Number(amount.toPrecision(3)));
}

/** 131072 -> `131,072`. Node's own `toLocaleString` takes 10 ms at its first use. */
export function formatWhole(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** US dollars in a column, to be compared: 0.269 -> `0.27`, 0.4 -> `0.40`, and more only below that: `0.055`, `0.0048`. */
export function formatUsdShort(amount: number): string {
  return amount >= 0.1 ? amount.toFixed(2) : formatUsd(Number(amount.toPrecision(2)));
}

/** US dollars of an estimate: 134.64 -> `135`, 0.0935 -> `0.09`, 0.0048 -> `0.0048`. */
export function formatAboutUsd(amount: number): string {
  if (amount >= 10) return formatWhole(Math.round(amount));
  return amount === 0 || amount >= 0.01 ? amount.toFixed(2) : String(Number(amount.toPrecision(2)));
}

/** US dollars of a few messages: 0.0000312 -> `0.000031`, 0.5 -> `0.5`. */
export function formatSmallUsd(amount: number): string {
  // From here on a number would say it as `3.1e-7`.
  if (amount > 0 && amount < 0.000001) return amount.toFixed(Math.min(20, 1 - Math.floor(Math.log10(amount))));
  return String(Number(amount.toPrecision(2)));
}

/** US dollars that will not be passed, rounded up: 0.00481 -> `0.0049`, 0.01 -> `0.01`. */
export function formatMostUsd(amount: number): string {
  if (amount < 0.00001) return amount === 0 ? '0' : '0.00001';
  const unit = 10 ** (Math.floor(Math.log10(amount)) - 1);
  // A whole number of units that floating point made a little more is not rounded up.
  return formatSmallUsd(Math.ceil(amount / unit - 1e-6) * unit);
}

/** `0.70/2.50`: input/output, USD per million tokens. */
export function formatPrice({ input, output }: { input: number; output: number }): string {
  return `${formatUsd(input)}/${formatUsd(output)}`;
}

/** `2026-12-20`, in UTC. */
export function formatDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** `2026-12-20 10:00 UTC`. */
export function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
