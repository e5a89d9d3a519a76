import { say } from '../message.ts';
import type { Reason, Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { anyOf, beside, models as countModels, formatAge } from './units.ts';

/** Within a heading: without the end of a sentence. */
function because(reason: Reason | null): string {
  if (reason === null) return '';
  return reason.kind === 'offline' ? '：--offline' : `：${say(reasons, reason).replace(/。$/, '')}`;
}

export const onboardingProblems = {
  'missing-flags': ({ flags }) => ({
    message: `--non-interactive 不會提問，因此需要：${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }) => ({
    message: `沒有 Hugging Face 權杖：已查看環境變數 HUGGINGFACE_HUB_TOKEN 和 HF_TOKEN、${envFile}，以及 ${config} 的 env 區塊。`,
    hint: `請傳入 --huggingface-api-key-file <path>，或透過管線傳給 --huggingface-api-key -\n建立權杖：${url}`,
  }),
  'token-out-of-reach': ({ token }) => ({
    message: `權杖是${beside(tokens.unreadable(token)).trimEnd()}，因此無法檢查。`,
    hint: '略過檢查並繼續：--verify try',
  }),
  'probe-without-token': ({ token }) => ({
    message: `權杖是${beside(tokens.unreadable(token)).trimEnd()}，因此無法傳送測試訊息。`,
    hint: '請拿掉 --probe 再繼續，或傳入權杖：--huggingface-api-key-file <path>',
  }),
} satisfies Partial<Words['problems']>;

export const onboardingNotes = {
  'other-token-first': ({ place }) =>
    `OpenClaw 會使用另一個權杖：${beside(say(places, place)).trimStart()}優先於你提供的權杖`,
  'stored-token-shadowed': ({ place }) => `${beside(say(places, place)).trimStart()}是另一個權杖，優先於已儲存的權杖`,
  'token-in-shell-only':
    '權杖只存在於目前的環境：以服務方式執行的 Gateway（systemd、launchd）讀不到它。若要儲存：--secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }) => `含有權杖的舊檔案保留為 ${path}；若要徹底清除權杖，請刪除該檔案`,
  'env-token-stays': ({ path }) => `權杖仍留在 ${path}。若要一併移除：openclaw onboard --remove --token`,
  'token-stays': ({ place }) => `此權杖不會移除：${say(places, place)}`,
  'primary-kept': ({ ref, usual }) => `預設模型仍是 ${ref}。若要變更：openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }) => `--probe：未傳送訊息，因為預設模型 ${ref} 不在 Hugging Face 上`,
  'no-daemon': '--install-daemon：本程式不會安裝服務。請使用 OpenClaw 本身的命令：openclaw daemon install',
  'one-account': '這些模型都使用你的 Hugging Face 額度：額度用完就會全部無法使用。',
  'figures-not-live': ({ source, reason }) =>
    `模型資料取自${source === 'cache' ? '快取的清單' : '內建清單'}。${say(reasons, reason)}`,
  'kept-primary': ({ ref }) => `保留：預設模型 ${ref}（屬於其他提供者）`,
  'kept-base-url': ({ url }) => `保留：提供者 huggingface（${url}，以你的設定為準）`,
  'kept-entry': ({ id }) => `保留：模型項目 ${id}（以你的設定為準）`,
} satisfies Partial<Words['notes']>;

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '（目前）',
  provider: {
    title: '提供者',
    choices: {
      'huggingface-api-key': { label: 'Hugging Face', detail: 'Inference Providers：一個權杖，多種聊天模型' },
      skip: { label: '暫時略過', detail: '不會變更任何內容；隨時可以再執行一次' },
    },
  },
  token: {
    title: 'Hugging Face 權杖',
    noneFound: ({ envFile, other }) =>
      `找不到${other ? '其他' : ''}權杖：已查看 HUGGINGFACE_HUB_TOKEN、HF_TOKEN、${envFile}、設定和 hf auth login。`,
    create: '在此建立權杖（已預先勾選權限），再貼到下方：',
    owner: ({ name, token, masked }) =>
      token === null ? `${name}（${masked}）` : `${name}，權杖「${token}」（${masked}）`,
    unchecked: ({ masked }) => `${masked}，未檢查`,
    checking: '正在檢查權杖並取得模型清單',
    listing: '正在取得模型清單',
    whatNow: '接下來要怎麼做？',
    retry: '用相同的權杖再試一次',
    another: '使用另一個權杖',
    goOn: '略過檢查並繼續',
    quit: '離開',
  },
  model: {
    title: '預設 Hugging Face 模型',
    columns: {
      context: '視窗',
      tools: '工具',
      image: '圖片',
      input: '$/M 輸入',
      output: '輸出',
      speed: 'token/秒',
    },
    spoken: {
      input: ({ figure }) => (figure === null ? '輸入價格未知' : `輸入每百萬 token ${figure} 美元`),
      output: ({ figure }) => (figure === null ? '輸出價格未知' : `輸出每百萬 token ${figure} 美元`),
      speed: ({ figure }) => (figure === null ? '速度未知' : `每秒 ${figure} 個 token`),
    },
    tools: { yes: '支援', some: '部分', no: '不支援' },
    image: '支援',
    live: ({ models }) => `${countModels(models)}，即時`,
    builtIn: ({ models, asOf, reason }) => `${asOf} 的 ${models} 個內建模型${because(reason)}`,
    cached: ({ models, age, reason }) => `${countModels(models)}，${formatAge(age)}取得${because(reason)}`,
    filter: '輸入文字以篩選',
    matches: ({ found, all }) => `${found} / ${all}`,
    first: ({ shown }) => `前 ${shown} 個`,
    none: ({ typed, all }) =>
      `沒有符合「${typed}」的模型（已查看 ${all} 個）：請減少關鍵字。若要使用未列出的模型，請輸入完整 ID（org/name）。`,
    fallback: ({ number }) => `（後備 ${number}）`,
    notListed: '（不在清單中）',
    notServed: '（目前未提供）',
    refused: ({ provider }) => `（${provider} 未提供）`,
    unchecked: '已依輸入內容採用，未經檢查。',
    confirm: ({ id, nearest }) =>
      `沒有推論提供者提供 ${id}。${nearest.length === 0 ? '' : `最接近的是 ${anyOf(nearest)}。`}若仍要使用，請再按一次 Enter。`,
    providers: ({ amount }) => `${amount} 個推論提供者`,
    speed: ({ speed }) => `${Math.round(speed)} token/秒`,
    turn: ({ usd }) => `每輪約 $${usd}`,
    costUnknown: '成本未知',
    keep: '保留其他提供者的預設模型',
    lockedBySpeed: '路由服務依速度選擇：路由已鎖定。',
    lockedByCost: '路由服務依成本選擇：路由已鎖定。',
  },
  route: {
    title: '請求的路由方式',
    order: '你的 Hugging Face 順序',
    orderDetail: '順序在此設定：https://hf.co/settings/inference-providers',
    fastest: '最快',
    fastestDetail: '路由服務會依最高吞吐量選擇推論提供者',
    cheapest: '最便宜',
    cheapestDetail: '路由服務會依每個輸出 token 的最低成本選擇推論提供者',
    pinnedDetail: ({ provider }) => `請求只會送往 ${provider}`,
    notLive: '目前無回應',
  },
  fallbacks: {
    title: '後備模型',
    explained: '預設模型失敗時，會依此順序逐一嘗試。',
    done: '完成',
    remove: ({ id }) => `移除 ${id}`,
  },
  alias: {
    title: ({ id }) => `${id} 的別名`,
    explained: '在 OpenClaw 中顯示的簡短名稱；可在聊天中搭配 /model 使用。',
    empty: '別名至少需要一個字元。',
    taken: ({ owner }) => `${owner} 已在使用此別名。`,
  },
  remove: {
    title: '要從設定中移除 Hugging Face 嗎？',
    no: '否，保留',
    yes: '是，移除',
    done: '已移除 Hugging Face',
  },
  storage: {
    title: '權杖的存放位置',
    explained: '背景服務讀不到此 shell 的變數。',
    file: ({ path }) => `存放在 ${path}（只有你能讀取）`,
    fileDetail: 'OpenClaw 會在該處找到它，以背景服務執行時也一樣',
    nowhere: '不存放：我自行設定 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
    nowhereDetail: '無論 Gateway 在何處執行，都需要其中一個變數',
  },
} satisfies Words['onboarding'];
