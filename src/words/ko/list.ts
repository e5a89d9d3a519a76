import type { modelNotes as englishNotes, ListSource } from '../en/list.ts';
import type { Words } from '../words.ts';
import { ageOf, aside, count } from './units.ts';

/** What is to be known after `models set`, `fallbacks` and `aliases`. */
export const modelNotes = {
  'fallback-there': ({ ref }) => `${ref}: 이미 백업 모델입니다`,
  'no-default-model': '아직 기본 모델이 없습니다: openclaw models set <ref-or-alias>',
  'no-fallbacks': '지울 백업 모델이 없습니다',
  'not-a-fallback': ({ typed }) => `${typed}: 백업 모델이 아닙니다`,
  'primary-not-a-fallback': ({ ref }) =>
    `${ref}: 백업이 아니라 기본 모델입니다. 변경하려면: openclaw models set <ref-or-alias>`,
  'stays-primary': ({ ref }) => `기본 모델은 그대로입니다: ${ref}`,
  'alias-there': ({ ref, label }) => `${ref}: 이미 별칭이 "${label}"입니다`,
  'alias-replaced': ({ label }) => `이전 별칭을 대체합니다: "${label}"`,
  'no-such-alias': ({ label }) => `없는 별칭입니다: "${label}"`,
} satisfies typeof englishNotes;

function source(from: ListSource): string {
  if (from.kind === 'live') return `${from.host} 실시간 목록`;
  return from.kind === 'cache' ? `캐시된 목록(${ageOf(from.age)} 가져옴)` : `${from.asOf} 기준 내장된 목록`;
}

/** `models list`, `models refresh`, `models set`, `models fallbacks`, `models aliases`. */
export const list = {
  columns: {
    model: '모델',
    context: '컨텍스트',
    tools: '도구',
    image: '이미지',
    input: '입력 $/M',
    output: '출력',
    name: '이름',
    tags: '태그',
  },
  tags: {
    default: '기본',
    fallback: ({ number }) => `백업 ${number}`,
    configured: '구성됨',
    alias: ({ label }) => `별칭: ${label}`,
    missing: '목록에 없음',
  },
  tools: { yes: '지원', some: '일부', no: '미지원' },
  image: '지원',
  footer: ({ models, from }) => [count(models, '모델'), source(from), '가격은 100만 토큰당 USD'],
  none: ({ search, filters, looked }) => {
    const wanted = [...(search === '' ? [] : [`"${search}"`]), ...filters];
    if (wanted.length === 0) return '표시할 모델이 없습니다.';
    const looser = wanted.length > 1 ? ' 조건을 하나 빼 보세요.' : '';
    return `조건에 맞는 모델이 없습니다: ${aside(wanted.join(', '), `${looked}개 확인`)}.${looser}`;
  },
  notFetched: ({ reason, models }) =>
    `가져오지 않았습니다.${reason === null ? '' : ` ${reason}`} 목록은 이전과 같습니다(${count(models, '모델')}).`,
  fetched: ({ models, host }) => `${count(models, '모델')}, ${host} 실시간 목록`,
  added: ({ ids, more }) => `새 모델: ${some(ids, more)}`,
  gone: ({ ids, more }) => `목록에서 사라졌지만 유지함: ${some(ids, more)}`,
  cacheUpdated: ({ path }) => `캐시 업데이트: ${path}`,
  merged: ({ models, path }) => `${count(models, '모델')} 추가: ${path}`,
  wouldMerge: ({ models, path }) => `${count(models, '모델')} 추가 예정: ${path}`,
  fallbacks: ({ amount }) => `백업 모델(${amount}):`,
  aliases: ({ amount }) => `별칭(${amount}):`,
  aliasRemoved: ({ label, ref }) => `별칭 제거: ${ref}의 "${label}"`,
  empty: '없음',
} satisfies Words['list'];

/** The first ids, and how many there are besides. */
function some(ids: readonly string[], more: number): string {
  return more > 0 ? `${ids.join(', ')} 외 ${more}개` : ids.join(', ');
}
