import { shellQuote } from '../../text/shell-quote.ts';
import type { planNotes as englishNotes, planProblems as englishProblems, OwnModel } from '../en/plan.ts';
import type { Words } from '../words.ts';
import { aside, contextOf, priceOf, typeName } from './units.ts';

const USES = { chat: null, images: '이미지', pdfs: 'PDF' };

function ownModel({ agent, use, refs }: OwnModel): string {
  const who = [agent === null ? null : `에이전트 ${agent}`, USES[use]].filter((part) => part !== null).join(', ');
  return aside(who, refs.join(', '));
}

/** What a plan changes, keeps and refuses. */
export const planProblems = {
  'alias-taken': ({ label, owner }) => ({
    message: `이미 ${owner}에서 사용 중인 별칭입니다: "${label}"`,
    hint: `다른 별칭을 고르거나 먼저 제거하세요: openclaw models aliases remove ${shellQuote(label)}`,
  }),
  'not-writable-as': ({ path, needed, found }) => ({
    message: `${path}: 형식이 맞지 않습니다(필요: ${typeName(needed)}, 현재: ${typeName(found)}).`,
    hint: '구성에서 직접 고친 다음 같은 명령을 다시 실행하세요.',
  }),
} satisfies typeof englishProblems;

export const planNotes = {
  'fallback-is-primary': ({ ref }) => `${ref}: 기본 모델이므로 백업 모델로 추가하지 않았습니다`,
  'primary-among-fallbacks': ({ ref }) => `${ref}: 이제 기본 모델이며 백업 모델에도 남아 있습니다`,
  'own-models': ({ users }) => `기본 모델을 쓰지 않는 곳: ${users.map(ownModel).join('; ')}`,
  'new-model-map':
    'OpenClaw에는 Hugging Face의 모델과 이 구성에 적힌 모델이 표시됩니다. 그 밖의 모델은 항목을 추가해야 합니다.',
  'alias-kept': ({ ref, existing, label }) =>
    `${ref}: 기존 별칭을 그대로 둡니다("${existing}"). 변경하려면: openclaw models aliases add ${shellQuote(label)} ${shellQuote(ref)}`,
  'gateway-not-an-object': 'gateway 값이 객체가 아니지만 그대로 두었습니다. OpenClaw에서 이 구성을 거부합니다',
  'gateway-mode-kept': ({ mode }) => `gateway.mode 값을 그대로 두었습니다: ${mode}`,
  'context-unknown': ({ id }) =>
    `${id}: 컨텍스트 윈도우를 알 수 없어 적지 않았습니다. 이 경우 OpenClaw는 128,000~200,000토큰으로 가정합니다`,
  'context-small': ({ id, tokens }) =>
    `${id}: 컨텍스트 윈도우가 작습니다(${tokens.toLocaleString('en')}토큰). OpenClaw 자체 프롬프트가 그중 16,000~19,000토큰을 씁니다`,
  'max-tokens-large': ({ id, maxTokens, context }) =>
    `${id}: maxTokens 값(${maxTokens.toLocaleString('en')})이 컨텍스트(${context.toLocaleString('en')}토큰)의 4분의 1을 넘지만 그대로 두었습니다. OpenClaw에서 이 값을 모두 요청하므로 프롬프트에 쓸 자리가 부족할 수 있습니다`,
  'models-json-ignored': ({ path }) => `${path}: 읽을 수 없어 무시했습니다`,
  'gone-but-used': ({ ref }) => `${ref}: 이제 목록에 없지만 구성에서 쓰고 있어 유지합니다`,
  'fallback-promoted': ({ ref }) => `다른 프로바이더의 첫 번째 백업 모델이 기본 모델이 됩니다: ${ref}`,
  'no-default-left': '기본 모델이 남지 않으므로 OpenClaw가 자체 기본 모델을 사용합니다',
  'model-map-removed':
    'agents.defaults.models 항목은 온보딩에서 만든 것이므로 전체를 제거합니다. 이후 OpenClaw에는 다시 모든 모델이 표시됩니다',
  'allow-list-empty': 'agents.defaults.modelPolicy.allow 목록이 비어 이제 모든 모델이 허용됩니다',
  'still-named': ({ path, ref }) => `${path}: ${ref} 항목을 그대로 두었습니다. Hugging Face 없이는 작동하지 않습니다`,
  'nothing-to-remove': 'Hugging Face가 설정되어 있지 않아 제거할 것이 없습니다',
  'cache-not-written': ({ path }) => `${path}: 목록을 저장하지 못했습니다`,
} satisfies typeof englishNotes;

/** What a change does to the config, in a person's words. */
export const changes = {
  'default-model': ({ ref }) => `기본 모델: ${ref}`,
  fallback: ({ ref }) => `백업 모델: ${ref}`,
  alias: ({ label, ref }) => `별칭: "${label}" → ${ref}`,
  selectable: ({ ref }) => `선택할 수 있는 모델: ${ref}`,
  'all-selectable': ({ ref }) => `선택할 수 있는 모델: ${ref}`,
  allowed: ({ ref }) => `허용된 모델: ${ref}`,
  provider: ({ url }) => `프로바이더: huggingface (${url})`,
  'model-entry': ({ id, context, price }) =>
    `모델 항목: ${id} (컨텍스트 ${contextOf(context)}, 가격 ${priceOf(price)})`,
  'billed-to': ({ org }) => `청구할 조직: ${org}`,
  set: ({ path, value }) => `${path}: ${value}`,
  changed: ({ path }) => path,
  removed: ({ path }) => `${path} 제거`,
  'item-removed': ({ path, item }) => `${path}에서 ${item} 제거`,
} satisfies Words['changes'];

/** What a command that writes says of it. */
export const report = {
  upToDate: ({ path }) => `이미 최신 상태입니다: ${path}`,
  updated: ({ path }) => `구성 업데이트: ${path}`,
  backup: ({ path }) => `이전 파일: ${path}`,
  undo: '되돌리기: openclaw config undo',
  notUndoable: 'openclaw config undo 명령으로 되돌릴 수 없는 변경입니다.',
  dryRun: '시험 실행: 아무것도 저장하지 않았습니다.',
  fallbacks: ({ refs }) => `백업 모델: ${refs.length === 0 ? '없음' : refs.join(', ')}`,
  fetchingList: '모델 목록을 가져오는 중',
  ownModel,
} satisfies Words['report'];
