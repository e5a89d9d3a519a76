/**
 * The commands that messages name (`Undo: openclaw config undo`), with the profile of this run: copied without it they
 * would act on another config. One place for all messages, wherever they are worded.
 */
export function createProfileNamer(argv: readonly string[]): (text: string) => string {
  const flag = profileFlag(argv);
  if (flag === undefined) return (text) => text;
  return (text) => text.replace(/\bopenclaw (?=(?:onboard|models|config)\b)/g, `openclaw ${flag} `);
}

function profileFlag(argv: readonly string[]): string | undefined {
  if (argv.includes('--dev')) return '--dev';
  const at = argv.findIndex((word) => word === '--profile' || word.startsWith('--profile='));
  const name = argv[at]?.startsWith('--profile=') ? argv[at]?.slice('--profile='.length) : argv[at + 1];
  return at >= 0 && name !== undefined && /^[\w-]+$/.test(name) ? `--profile ${name}` : undefined;
}
