import { expect, test } from 'vitest';
import { unmarked } from '../../src/text/wrap.ts';
import { ko } from '../../src/words/ko/ko.ts';
import { readSources } from '../support/rooms.ts';

const lines = Object.entries(readSources())
  .filter(([path]) => path.startsWith('src/words/ko/'))
  .flatMap(([path, text]) => text.split('\n').map((line) => `${path}: ${line.trim()}`));

/** After what is filled in, whose last sound nobody knows. A count ends in 개, a size in MB: both in a vowel. */
const PARTICLE_BY_SOUND = /(?<!count\([^()]*\)|inMegabytes\(\w+\))\}["`]?(?:[을를이가은는과와]|으?로)(?![가-힣])/;

test('no particle that depends on the last sound stands behind what is filled in', () => {
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.filter((line) => PARTICLE_BY_SOUND.test(line))).toEqual([]);
  expect(PARTICLE_BY_SOUND.test(`\${ref}를 추가했습니다`)).toBe(true);
});

test('one polite form: -습니다 and -습니까, -하세요 for what to do', () => {
  expect(lines.filter((line) => /[가-힣]요\?|(?<!세|아니)요[.'`]|십시오/.test(line))).toEqual([]);
});

test.each([
  [ko.bench.noBest({ rounds: 1 }), '올바른 도구 호출로 응답한 추론 프로바이더가 없습니다.'],
  [ko.bench.noBest({ rounds: 3 }), '메시지 3개 모두에 올바른 도구 호출로 응답한 추론 프로바이더가 없습니다.'],
  [
    ko.onboarding.model.builtIn({ models: 10, asOf: '2026-11-20', reason: { kind: 'offline' } }),
    '2026-11-20 기준 내장된 목록, 모델 10개: --offline',
  ],
  [
    ko.onboarding.model.cached({ models: 137, age: 180_000, reason: { kind: 'discovery-off' } }),
    '모델 137개, 3분 전 가져옴: 구성에서 모델 검색이 꺼져 있습니다',
  ],
  [ko.tokenFaults['openai-key'], 'OpenAI 키처럼 보입니다(sk-…). Hugging Face 토큰은 hf_로 시작합니다.'],
  [
    ko.probes.answered({ inferenceProvider: 'together', latencyMs: 840, tools: true }),
    'together에서 840 ms 만에 응답하고 도구를 호출했습니다',
  ],
])('%s', (said, text) => {
  expect(unmarked(said)).toBe(text);
});
