import { BUILT_IN_AS_OF } from '../../../catalog/built-in/built-in.ts';
import { isContextUnset } from '../../../catalog/configured-models.ts';
import { describeModel } from '../../../catalog/describe-model.ts';
import { figuresOf } from '../../../catalog/figures.ts';
import { fallbackWords, probeDocument, probeWords } from '../../../huggingface/probe/probe-words.ts';
import { ownModels, usesHuggingFace } from '../../../setup/agent-models.ts';
import { aliasesNow, chainRefs, fallbackPlaces, readAliases } from '../../../setup/refs.ts';
import type { System } from '../../../system.ts';
import { homePath, homePaths } from '../../../text/home-path.ts';
import { isHuggingFaceRef, modelIdOf } from '../../../text/model-ref.ts';
import { lastCharacters } from '../../../text/redact.ts';
import { sanitise } from '../../../text/sanitise.ts';
import { type Column, formatTable } from '../../../text/table.ts';
import { inOneLine, widthOf } from '../../../text/wrap.ts';
import { shownToken } from '../../../token/token-expiry.ts';
import { tokenSource } from '../../../token/token-sources.ts';
import { en } from '../../../words/en/en.ts';
import { type MessageOf, say } from '../../../words/message.ts';
import { placeIn, type Words } from '../../../words/words.ts';
import { tableLook } from '../table-look.ts';
import { type CheckResult, findingIn, type Status } from './check.ts';
import { costRow, estimateDocument } from './cost.ts';

/** OpenClaw's lines, then the chain as a table with what is known of each model. */
export function showStatus(status: Status, system: Pick<System, 'io' | 'words' | 'clock' | 'env'>): void {
  const { context, chain } = status;
  const { io, words, env } = system;
  const { titles, none, setUp } = words.status;
  const { items, groups } = words.separators;
  const aliases = [...readAliases(context.snapshot.value)].map(([ref, label]) => `${label} -> ${ref}`);
  const own = ownModels(context.snapshot.value, chain.primary);
  const rows: [title: string, value: string][] = [
    [titles.config, homePath(context.locations.configPath, env)],
    [titles.defaultModel, chain.primary ?? none],
    [titles.fallbacks({ amount: chain.fallbacks.length }), chain.fallbacks.join(items) || none],
    ...(own.length > 0 ? [[titles.own, own.map(words.report.ownModel).join(groups)] as [string, string]] : []),
    [titles.aliases({ amount: aliases.length }), aliases.join(items) || none],
    [titles.token, tokenWords(status, { words, env })],
    ...costRow(status, words),
    [titles.list, listWords(status, system)],
  ];
  const width = Math.max(...rows.map(([title]) => widthOf(title)));
  for (const [title, value] of rows) {
    const [first = '', ...others] = value.split('\n');
    const indent = ' '.repeat(width + widthOf(' : '));
    const isAligned = others.every((line) => widthOf(indent + line) <= io.out.columns);
    io.say(`${title}${' '.repeat(width - widthOf(title))} : ${first}`);
    for (const line of others) io.say((isAligned ? indent : '  ') + line);
  }
  if (chainRefs(chain).length > 0) showChain(status, system);
  if (usesHuggingFace(context.snapshot.value)) return;
  io.out.write('\n');
  io.say(io.nameCommands(setUp));
}

function tokenWords({ inUse }: Status, { words, env }: Pick<System, 'words' | 'env'>): string {
  if (inUse === undefined) return words.status.noToken;
  if (inUse.kind === 'unreadable') return words.tokens.unreadable(homePaths(inUse, env));
  return words.status.tokenAt({
    token: words.tokens.shown(shownToken(inUse.token)),
    place: placeIn(words, homePaths(inUse.place, env)),
  });
}

function listWords({ catalog }: Status, { words: { status }, clock }: Pick<System, 'words' | 'clock'>): string {
  if (catalog.fetchedAt === null) return status.builtIn({ asOf: BUILT_IN_AS_OF });
  if (catalog.source === 'live') return status.live;
  return status.cached({ age: clock.now().getTime() - Date.parse(catalog.fetchedAt) });
}

function showChain({ chain, catalog, context }: Status, { io, words }: Pick<System, 'io' | 'words'>): void {
  const { status, list } = words;
  const look = tableLook(io);
  const columns: Column[] = [
    { title: list.columns.model, paint: look.ref },
    { title: status.columns.role },
    { title: status.columns.served, paint: look.figure },
    { title: list.columns.context, align: 'right', paint: look.figure },
    { title: list.columns.input, align: 'point', paint: look.figure },
    { title: list.columns.output, align: 'point', essential: true, paint: look.figure },
  ];
  const roleOf = rolesIn(chain);
  const unset = chainRefs(chain).some((ref) => isContextUnset(modelIdOf(ref), context.configured));
  const cells = chainRefs(chain).map((ref) => {
    const id = modelIdOf(ref);
    const model = id === undefined ? null : describeModel(catalog, id, context.configured);
    const figures = figuresOf(model, list, look.dash);
    const served =
      model === null || model.available === null ? look.dash : status.served[model.available ? 'yes' : 'no'];
    const stated = isContextUnset(id, context.configured) ? status.unset : figures.context;
    return [sanitise(ref), say(words.status.roles, roleOf(ref)), served, stated, figures.input, figures.output];
  });
  for (const line of ['', ...formatTable(columns, cells, io.out.columns, look.title)]) io.out.write(`${line}\n`);
  if (unset) io.say(status.unsetMeans);
}

/** What each probe showed, whether a fallback would help, and with which model a request would end up. */
export function showProbes({ chain, probes }: Status, { io, words }: Pick<System, 'io' | 'words'>): void {
  const { probe: said } = words.status;
  const refs = chainRefs(chain);
  io.out.write('\n');
  for (const [index, ref] of refs.entries()) {
    const probe = probes.get(ref);
    const help = probe?.kind === 'failed' ? [fallbackWords(probe, words)] : [];
    const result = probe === undefined ? said.notAsked : probeWords(probe, words);
    io.say(said.line({ number: index + 1, ref, said: inOneLine([result, ...help]) }));
  }
  io.say(io.nameCommands(endWords(refs, probes, words)));
}

function endWords(refs: readonly string[], probes: Status['probes'], { status: { probe } }: Words): string {
  if (refs.length === 0) return probe.noDefault;
  const answering = refs.find((ref) => probes.get(ref)?.kind === 'answered') ?? null;
  const unasked = refs.find((ref) => !isHuggingFaceRef(ref)) ?? null;
  if (answering === null && unasked === null) return probe.fails({ asked: probes.size });
  const isFirst = unasked === null || (answering !== null && refs.indexOf(answering) < refs.indexOf(unasked));
  return probe.goesTo({ ref: answering, unasked: isFirst ? null : unasked });
}

/** The one document of `models status --json`: OpenClaw's keys, and what it does not know; `check`: with `--check`. */
export function statusDocument(
  status: Status,
  check: CheckResult | null,
  { nameCommands }: Pick<System['io'], 'nameCommands'>,
): object {
  const { context, chain, inUse, catalog } = status;
  const named = <T extends { fix: string }>(found: T) => ({ ...found, fix: nameCommands(found.fix) });
  const problems = check?.findings.map((finding) => {
    const { message, fix } = findingIn(en, finding);
    return named({ code: finding.code, message, fix });
  });
  return {
    ...(check && { ok: check.exitCode === 0, problems, drift: check.drift.map(named) }),
    configPath: context.locations.configPath,
    defaultModel: chain.primary,
    fallbacks: chain.fallbacks,
    ...aliasesNow(readAliases(context.snapshot.value)),
    token: {
      source: inUse === undefined ? null : tokenSource(inUse),
      last4: inUse?.kind === 'readable' ? lastCharacters(inUse.token) : null,
    },
    catalog: { source: catalog.source, fetchedAt: catalog.fetchedAt },
    estimate: estimateDocument(status),
    models: modelDocuments(status),
  };
}

function modelDocuments({ context, chain, catalog, probes }: Status): object[] {
  const aliases = readAliases(context.snapshot.value);
  const roleOf = rolesIn(chain);
  return chainRefs(chain).map((ref) => {
    const id = modelIdOf(ref);
    const model = id === undefined ? null : describeModel(catalog, id, context.configured);
    const probe = probes.get(ref);
    return {
      ref,
      role: say(en.status.roles, roleOf(ref)),
      alias: aliases.get(ref) ?? null,
      available: model?.available ?? null,
      contextWindow: isContextUnset(id, context.configured) ? null : (model?.contextWindow ?? null),
      price: model?.price ?? null,
      probe: probe === undefined ? null : probeDocument(probe),
    };
  });
}

/** A primary that is in the fallbacks too is the primary. */
function rolesIn(chain: Status['chain']): (ref: string) => MessageOf<typeof en.status.roles> {
  const places = fallbackPlaces(chain);
  return (ref) => (ref === chain.primary ? { kind: 'primary' } : { kind: 'fallback', number: places.get(ref) ?? 0 });
}
