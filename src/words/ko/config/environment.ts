import type { environmentProblems as english } from '../../en/config/environment.ts';

/** What of the flags, the variables and the input of a run can't be used. */
export const environmentProblems = {
  'invalid-profile': ({ profile }) => ({
    message: `잘못된 프로필 이름: ${JSON.stringify(profile)}. 영문자, 숫자, "_", "-"만 64자까지 쓸 수 있습니다.`,
    hint: '예: --profile work',
  }),
  'no-home': {
    message: '홈 디렉터리가 없습니다. OPENCLAW_HOME, HOME, USERPROFILE 중 설정된 변수가 없습니다.',
    hint: 'HOME 변수를 설정하거나, openclaw.json 파일이 있는 디렉터리를 OPENCLAW_STATE_DIR 변수에 지정하세요.',
  },
  'input-too-large': { message: '표준 입력이 1 MB를 넘습니다. 토큰만 입력해야 합니다.' },
} satisfies typeof english;
