import type { Command } from 'commander';
import { AUTH_CHOICES, type OnboardOptions, SECRET_INPUT_MODES, VERIFY_MODES } from '../../onboarding/options.ts';
import type { System } from '../../system.ts';
import { type Definition, runs } from '../define.ts';
import { Flag } from '../flag.ts';
import { globalOptions, parseValue, refuseOffline } from '../flags.ts';
import { EXIT } from '../help/add-help.ts';
import { TIME_LIMIT } from '../run/time-limit.ts';
import { modelTo, usageError } from '../usage.ts';
import { collect, parseFrom, parseKey, parseOrg, splitAlias } from './parse-values.ts';

/** `--install-daemon` apart, flags of OpenClaw's own scripts that mean nothing here: accepted, so scripts run unchanged. */
const ACCEPTED_FLAGS = [
  '--accept-risk',
  '--skip-health',
  '--skip-daemon',
  '--no-install-daemon',
  '--skip-channels',
  '--skip-skills',
  '--skip-search',
  '--skip-hooks',
  '--skip-ui',
  '--skip-bootstrap',
  '--flow <flow>',
  '--workspace <dir>',
  '--gateway-bind <bind>',
  '--gateway-port <port>',
  '--gateway-auth <mode>',
  '--agent-name <name>',
  '--classic',
];

export const ONBOARD: Definition = {
  description: 'Set up Hugging Face in the OpenClaw config: token, default model, fallbacks, aliases.',
  usageFirst: true,
  flags: addFlags,
  examples: [
    'openclaw onboard --auth-choice huggingface-api-key',
    [
      'openclaw onboard --non-interactive --auth-choice huggingface-api-key',
      '--huggingface-api-key-file /run/secrets/hf_token --json',
    ],
    [
      'printenv HF_TOKEN | openclaw onboard --non-interactive',
      '--auth-choice huggingface-api-key --huggingface-api-key -',
    ],
    [
      'openclaw onboard --non-interactive --auth-choice huggingface-api-key',
      '--model Qwen/Qwen3-8B:cheapest --fallback openai/gpt-oss-120b --dry-run',
    ],
    'openclaw onboard --non-interactive --from answers.json5',
    'openclaw onboard --remove --dry-run',
  ],
  exitCodes: [
    EXIT.done,
    EXIT.unexpected,
    EXIT.usage,
    EXIT.config,
    EXIT.token,
    EXIT.service,
    EXIT.billing,
    EXIT.model,
    { code: 8, meaning: 'with --dry-run --exit-code: something would change' },
    EXIT.interrupted,
  ],
  links: ['https://docs.openclaw.ai/providers/huggingface', 'https://huggingface.co/settings/tokens'],
  instead: modelTo('openclaw onboard --model'),
  timeLimit: TIME_LIMIT,
  prepare: readAnswers,
  run: runs(parseOnboardOptions, async () => (await import('../../commands/on-demand.ts')).onboard),
};

/** The flag table: what help shows, then what OpenClaw's own scripts pass. */
function addFlags(command: Command): Command {
  const flags = [
    new Flag('--auth-choice <choice>', 'how to authenticate; skip leaves it for later')
      .choices(AUTH_CHOICES)
      .elsewhere((choice) => ({ kind: 'other-auth-choice', choice }))
      .asAnswer(),
    new Flag('--non-interactive', 'never ask: for scripts, cloud-init, Ansible, Docker'),
    new Flag('--mode <mode>', 'where the Gateway runs').choices(['local', 'remote']).default('local').asAnswer(),
    toBeThere(
      '--huggingface-api-key-file <path>',
      'the token from a file (Docker or Kubernetes secret)',
      parseValue,
    ).asAnswer(),
    toBeThere('--huggingface-api-key <key>', 'the token; - reads it from stdin. In an argument, ps shows it', parseKey),
    toBeThere('--model <ref>', 'the default model: org/name[:suffix] or an alias', parseValue).asAnswer(),
    toBeThere('--fallback <ref>', 'a fallback model; repeatable, in order', collect(parseValue)).asAnswer(
      'fallbacks',
      'array',
    ),
    toBeThere('--alias <ref=label>', 'an alias for a model; repeatable', collect(splitAlias)).asAnswer(
      'aliases',
      'object',
    ),
    new Flag('--verify <when>', 'the token check').choices(VERIFY_MODES).default('try').asAnswer(),
    toBeThere('--secret-input-mode <mode>', 'plaintext: store the token in .env; ref: never store it')
      .choices(SECRET_INPUT_MODES)
      .asAnswer(),
    toBeThere(
      '--from <file>',
      'answers as JSON or JSON5: model, fallbacks: [], aliases: {}, billTo, …; - is stdin',
      parseFrom,
    ),
    toBeThere('--probe', 'one small chat completion before anything is written').asAnswer(),
    toBeThere('--bill-to <org>', 'bill an organisation of the account; none stops that', parseOrg).asAnswer(),
    new Flag('--remove', 'take Hugging Face out of the config again'),
    new Flag('--token', 'with --remove: the token out of .env too'),
    new Flag('--dry-run', 'print the diff and the plan, write nothing'),
    new Flag('--exit-code', 'with --dry-run: exit 8 where something would change'),
    new Flag('--json', 'one JSON document on stdout'),
    ...['--install-daemon', ...ACCEPTED_FLAGS].map((accepted) => new Flag(accepted).hideHelp()),
  ];
  return flags.reduce((all, flag) => all.addOption(flag), command);
}

/** A flag that says what is to be there: `--remove` wants none of it. */
function toBeThere<T>(flags: string, description: string, parse?: (value: string, previous: T) => T): Flag {
  const flag = new Flag(flags, description).conflicts('remove');
  return parse === undefined ? flag : flag.argParser(parse);
}

function parseOnboardOptions(command: Command): OnboardOptions {
  const flags = command.opts();
  if (flags.mode === 'remote') throw usageError({ kind: 'remote-mode' });
  if (flags.huggingfaceApiKey !== undefined && flags.huggingfaceApiKeyFile !== undefined) {
    const both = ['--huggingface-api-key', '--huggingface-api-key-file'] as const;
    throw usageError({ kind: 'two-flags', flags: both, instead: `openclaw onboard ${both[1]} <path>` });
  }
  if (flags.probe) refuseOffline(command, '--probe');
  if (flags.token && !flags.remove) {
    const instead = 'openclaw onboard --remove --token';
    throw usageError({ kind: 'flag-needs', flag: '--token', needs: '--remove', instead });
  }
  if (flags.exitCode && !flags.dryRun) {
    const instead = 'openclaw onboard --dry-run --exit-code';
    throw usageError({ kind: 'flag-needs', flag: '--exit-code', needs: '--dry-run', instead });
  }
  return {
    ...globalOptions(command),
    authChoice: flags.authChoice,
    nonInteractive: flags.nonInteractive === true,
    apiKey: flags.huggingfaceApiKey,
    apiKeyFile: flags.huggingfaceApiKeyFile,
    model: flags.model,
    fallbacks: flags.fallback ?? [],
    aliases: flags.alias ?? [],
    verify: flags.verify,
    secretInputMode: flags.secretInputMode,
    probe: flags.probe === true,
    billTo: flags.billTo,
    remove: flags.remove === true,
    removeToken: flags.token === true,
    dryRun: flags.dryRun === true,
    exitCode: flags.exitCode === true,
    json: flags.json === true,
    installDaemon: flags.installDaemon === true,
  };
}

async function readAnswers(command: Command, system: System): Promise<void> {
  if (command.opts().from !== undefined) await (await import('./answers-file.ts')).takeAnswers(command, system);
}
