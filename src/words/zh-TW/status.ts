import type { drift as englishDrift } from '../en/status.ts';
import { NEW_TOKEN_URL } from '../links.ts';
import { say } from '../message.ts';
import type { Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { serviceWords } from './service.ts';
import { tokenFrom, tokenNotes, tokens } from './token.ts';
import { beside, formatAge, formatPrice, models } from './units.ts';

/** What the list says otherwise than the config. Prices in USD per million tokens. */
const drift = {
  gone: ({ ref }) => `${ref} 已不再提供：在清單中 -> 不在清單中。`,
  not_served: ({ ref, now }) => `目前沒有推論提供者提供 ${ref}：live -> ${now ?? '無'}。`,
  route_gone: ({ ref }) => `${ref} 指定的推論提供者已不再提供此模型：在清單中 -> 不在清單中。`,
  route_down: ({ ref, now }) => `${ref} 指定的推論提供者沒有回應：live -> ${now}。`,
  dearer: ({ ref, was, now }) => `${ref} 的價格上漲：每百萬 token ${formatPrice(was)} -> ${formatPrice(now)} 美元。`,
  context_smaller: ({ ref, was, now }) =>
    `${ref} 的內容視窗變小了：${was.toLocaleString('en')} -> ${now.toLocaleString('en')} 個 token。`,
  tools_lost: ({ ref }) => `${ref} 已不再支援工具呼叫：支援 -> 不支援。`,
} satisfies typeof englishDrift;

export const statusProblems = {
  'not-set-up': ({ path }) => ({
    message: `${path} 中尚未設定 Hugging Face。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-not-found': ({ envFile, config }) => ({
    message: `沒有 Hugging Face 權杖：已查看環境變數 HUGGINGFACE_HUB_TOKEN 和 HF_TOKEN、${envFile}，以及 ${config} 的 env 區塊。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'token-is-over': (token) => ({
    message: tokenNotes['token-ended'](token),
    hint: `請在該處修正。新的權杖：${NEW_TOKEN_URL}`,
  }),
  drifted: ({ drift: found, fix }) => ({ message: say(drift, found), hint: fix }),
  'probe-token-unreadable': ({ token, command }) => ({
    message: `未傳送訊息：權杖是${beside(tokens.unreadable(token)).trimEnd()}。`,
    hint: `若只為這次測試，可將權杖放入環境變數：HF_TOKEN=… openclaw models ${command}`,
  }),
} satisfies Partial<Words['problems']>;

export const statusNotes = {
  'served-unchecked': ({ reason }) => `無法檢查這些模型是否仍可用。${reason === null ? '' : say(reasons, reason)}`,
  'verdict-missing': ({ place, why }) => `無法檢查${tokenFrom(place)}是否有效：${serviceWords(why).message}`,
  'token-not-readable': ({ token }) => `無法檢查權杖是否有效：它是${beside(tokens.unreadable(token)).trimEnd()}`,
} satisfies Partial<Words['notes']>;

export const status = {
  titles: {
    config: '設定',
    defaultModel: '預設',
    fallbacks: ({ amount }) => `後備（${amount}）`,
    own: '個別指定',
    aliases: ({ amount }) => `別名（${amount}）`,
    token: '權杖',
    list: '模型清單',
  },
  none: '無',
  noToken: '找不到',
  tokenAt: ({ token, place }) => `${token}，${place}`,
  builtIn: ({ asOf }) => `內建清單（${asOf}）`,
  live: '即時',
  cached: ({ age }) => `快取，${formatAge(age)}取得`,
  columns: { role: '角色', served: '可用' },
  roles: { primary: '預設', fallback: ({ number }) => `後備 ${number}` },
  served: { yes: '是', no: '否' },
  unset: '未設定',
  unsetMeans: '未設定：該項目未註明內容視窗（OpenClaw 會當作 128k 到 195k）',
  setUp: '開始設定：openclaw onboard --auth-choice huggingface-api-key',
  problem: ({ message, fix }) => `${message}下一步：${fix}`,
  checkingToken: '正在檢查權杖',
  probing: ({ id }) => `正在等候 ${id}`,
  probe: {
    line: ({ number, ref, said }) => `${number}. ${ref}：${said}`,
    notAsked: '不在 Hugging Face 上，因此未測試',
    noDefault: '沒有預設模型：openclaw models set <ref-or-alias>',
    fails: ({ asked }) =>
      asked === 1 ? '目前請求會失敗：模型沒有回應。' : `目前請求會失敗：${models(asked)}都沒有回應。`,
    goesTo: ({ ref, unasked }) => {
      if (unasked === null) return `目前請求會送往 ${ref}。`;
      const other = ref === null ? '' : `，否則送往 ${ref}`;
      return `若 ${unasked} 有回應（未測試），目前請求會送往該模型${other}。`;
    },
  },
} satisfies Words['status'];
