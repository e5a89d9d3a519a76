import { readFileSync } from 'node:fs';

/** What Node 20 should stay below, by row. */
const LIMITS = {
  'openclaw --version': 1.35,
  'openclaw --help': 1.6,
  'models list (fresh cache of 137)': 1.9,
  'config get agents.defaults.model.primary': 1.9,
  'models status --check (fresh cache of 137)': 2.4,
  'second onboarding, unchanged, --verify off': 2.4,
  'first onboarding, both requests': 6.5,
};

/** Written by hand, from profiles. */
const whereTimeGoes = readFileSync(new URL('where-time-goes.md', import.meta.url), 'utf8');

/** docs/performance.md */
export function formatReport({ machine, rounds, versions, pack }) {
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${machine}: ${rounds} rounds, each run right after a bare \`node -e 0\` of the same Node; medians.`,
    'A ratio is the median over the rounds of run / bare node. `NODE_EXTRA_CA_CERTS` is unset (where it is set, Node itself starts much later).',
    'All requests go to a stand-in for Hugging Face on loopback. How to read it: the ratio is ours, the milliseconds are the machine’s.',
    '',
    '## Start-up',
    '',
    ...versions.flatMap(formatStartUp),
    whereTimeGoes,
    '## Growth',
    '',
    ...versions.flatMap(formatGrowth),
    '## Memory and disk',
    '',
    ...versions.flatMap(formatMemory),
    `The package: ${pack.packedMb.toFixed(2)} MB packed, ${pack.unpackedMb.toFixed(2)} MB unpacked, ${pack.dependencies} production dependencies.`,
    '',
  ].join('\n');
}

function formatStartUp({ version, startUp }) {
  const rows = startUp.map(({ name, ms, ratio }) => [
    `\`${name}\``,
    ms.toFixed(1),
    ratio.toFixed(2),
    LIMITS[name] ?? '',
  ]);
  return [`Node ${version}`, '', ...table(['run', 'ms', 'ratio', 'aim (Node 20)'], rows), ''];
}

function formatGrowth({ version, config, list }) {
  const [small] = config;
  const configRows = config.map(({ size, read, write }) => [
    size,
    `${read.toFixed(0)} (${(read / small.read).toFixed(1)}x)`,
    `${write.toFixed(0)} (${(write / small.write).toFixed(1)}x)`,
  ]);
  const listRows = list.map(({ models, ms }) => [models, `${ms.toFixed(0)} (${(ms / list[0].ms).toFixed(1)}x)`]);
  return [
    `Node ${version}`,
    '',
    ...table(['config', 'config get, ms', 'models set, ms'], configRows),
    '',
    ...table(['models', 'models list --json, ms'], listRows),
    '',
  ];
}

function formatMemory({ version, memory }) {
  return [
    ...table(
      [`peak memory, Node ${version}`, 'MB'],
      memory.map(({ name, mb }) => [name, mb]),
    ),
    '',
  ];
}

function table(titles, rows) {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
