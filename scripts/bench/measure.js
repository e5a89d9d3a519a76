/** The middle one; of an even number the upper middle. */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Runs each measure once a round, in turn with the bare `node -e 0`, so that what disturbs the machine disturbs all
 * alike. Resolves to `{ name, ms, ratio }`: medians, and the median of the ratios within the rounds.
 */
export async function measurePaired(measures, bare, rounds) {
  const times = new Map(Object.keys(measures).map((name) => [name, []]));
  const bareTimes = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(measures)) {
      const base = await bare();
      const ms = await run();
      bareTimes.push(base);
      times.get(name).push({ ms, ratio: ms / base });
    }
  }
  const rows = [...times].map(([name, runs]) => ({
    name,
    ms: median(runs.map(({ ms }) => ms)),
    ratio: median(runs.map(({ ratio }) => ratio)),
  }));
  return [{ name: 'node -e 0', ms: median(bareTimes), ratio: 1 }, ...rows];
}
