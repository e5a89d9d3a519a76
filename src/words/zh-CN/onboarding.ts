import { say } from '../message.ts';
import type { Reason, Words } from '../words.ts';
import { reasons } from './catalog.ts';
import { places, tokens } from './token.ts';
import { anyOf, models as countModels, formatAge } from './units.ts';

const because = (reason: Reason | null): string => (reason === null ? '' : `：${say(reasons, reason)}`);

export const onboardingProblems = {
  'missing-flags': ({ flags }) => ({
    message: `--non-interactive 不会提问，因此需要：${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }) => ({
    message: `没有 Hugging Face 令牌：已查看环境变量 HUGGINGFACE_HUB_TOKEN 和 HF_TOKEN、${envFile}，以及 ${config} 的 env 区块。`,
    hint: `请传入 --huggingface-api-key-file <path>，或透过管线传给 --huggingface-api-key -\n创建令牌：${url}`,
  }),
  'token-out-of-reach': ({ token }) => ({
    message: `令牌是${tokens.unreadable(token)}，因此无法检查。`,
    hint: '跳过检查继续：--verify try',
  }),
  'probe-without-token': ({ token }) => ({
    message: `令牌是${tokens.unreadable(token)}，因此无法发送测试消息。`,
    hint: '请不使用 --probe 继续，或传入令牌：--huggingface-api-key-file <path>',
  }),
} satisfies Partial<Words['problems']>;

export const onboardingNotes = {
  'other-token-first': ({ place }) => `OpenClaw 会使用另一个令牌：${say(places, place)} 优先于你提供的令牌`,
  'stored-token-shadowed': ({ place }) => `${say(places, place)} 是另一个令牌，优先于已保存的令牌`,
  'token-in-shell-only':
    '令牌只存在于当前的环境：以服务运行的 Gateway（systemd、launchd）看不到它。若要保存：--secret-input-mode plaintext',
  'env-token-stays': ({ path }) => `令牌仍留在 ${path}。若要一并移除：openclaw onboard --remove --token`,
  'token-stays': ({ place }) => `此令牌仍保留：${say(places, place)}`,
  'primary-kept': ({ ref, usual }) => `默认模型仍是 ${ref}。若要更改：openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }) => `--probe：未发送消息，因为默认模型 ${ref} 不在 Hugging Face 上`,
  'no-daemon': '--install-daemon：本程序不会安装服务。请使用 OpenClaw 本身：openclaw daemon install',
  'one-account': '这些模型都使用你的 Hugging Face 额度：额度用完时会全部停止。',
  'figures-not-live': ({ source, reason }) =>
    `模型数据取自${source === 'cache' ? '缓存的列表' : '内置列表'}。${say(reasons, reason)}`,
  'kept-primary': ({ ref, again }) => `保留：默认模型 ${ref}（${again ? '再次选择' : '属于其他提供商'}）`,
  'kept-fallbacks': ({ refs }) => `保留：后备 ${refs.join('、')}（原本就有）`,
  'kept-alias': ({ ref, label }) => `保留：${ref} 的别名“${label}”`,
  'kept-base-url': ({ url }) => `保留：提供商 huggingface（${url}，以你的配置为准）`,
  'kept-entry': ({ id }) => `保留：模型条目 ${id}（以你的配置为准）`,
} satisfies Partial<Words['notes']>;

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '（当前）',
  provider: {
    title: '提供商',
    huggingFace: 'Hugging Face',
    huggingFaceDetail: 'Inference Providers：一个令牌，多种聊天模型',
    skip: '暂时跳过',
    skipDetail: '不会更改任何内容；随时可以再运行一次',
  },
  token: {
    title: 'Hugging Face 令牌',
    noneFound: ({ envFile, other }) =>
      `在 HUGGINGFACE_HUB_TOKEN、HF_TOKEN、${envFile}、配置或 hf auth login 中找不到${other ? '其他' : ''}令牌。`,
    create: '在此创建令牌（已预先勾选权限），再粘贴到下方：',
    owner: ({ name, token, masked }) =>
      token === null ? `${name}（${masked}）` : `${name}，令牌“${token}”（${masked}）`,
    unchecked: ({ masked }) => `${masked}，未检查`,
    checking: '正在检查令牌并获取模型',
    listing: '正在获取模型',
    whatNow: '接下来要怎么做？',
    retry: '以相同的令牌再试一次',
    another: '使用另一个令牌',
    goOn: '跳过检查继续',
    quit: '退出',
  },
  model: {
    title: '默认 Hugging Face 模型',
    columns: {
      context: '上下文窗口',
      tools: '工具',
      image: '图片',
      input: '$/M 输入',
      output: '输出',
      speed: 'token/秒',
    },
    tools: { yes: '支持', some: '部分', no: '不支持' },
    image: '支持',
    live: ({ models }) => `${countModels(models)}，实时`,
    builtIn: ({ models, asOf, reason }) => `${asOf} 的 ${models} 个内置模型${because(reason)}`,
    cached: ({ models, age, reason }) => `${countModels(models)}，${formatAge(age)}获取${because(reason)}`,
    filter: '输入文字以筛选',
    matches: ({ found, all }) => `${found} / ${all}`,
    first: ({ shown }) => `前 ${shown} 个`,
    none: ({ typed, all }) =>
      `没有符合“${typed}”的模型（共查看 ${all} 个）：请减少字词。若要使用未列出的模型，请输入完整 ID（org/name）。`,
    fallback: ({ number }) => `（后备 ${number}）`,
    notListed: '（不在列表中）',
    notServed: '（当前未提供）',
    refused: ({ provider }) => `（${provider} 未提供）`,
    unchecked: '已按输入内容采用，未经检查。',
    confirm: ({ id, nearest }) =>
      `没有推理提供商提供 ${id}。${nearest.length === 0 ? '' : `最接近的是 ${anyOf(nearest)}。`}再按一次 Enter 仍要使用。`,
    providers: ({ amount }) => `${amount} 个推理提供商`,
    speed: ({ speed }) => `${Math.round(speed)} token/秒`,
    turn: ({ usd }) => `每轮约 $${usd}`,
    costUnknown: '成本未知',
    keep: '保留其他提供商的默认模型',
    lockedBySpeed: '路由器按速度选择：路由已锁定。',
    lockedByCost: '路由器按成本选择：路由已锁定。',
  },
  route: {
    title: '请求的路由方式',
    order: '你的 Hugging Face 顺序',
    orderDetail: '你在 https://hf.co/settings/inference-providers 配置的顺序',
    fastest: '最快',
    fastestDetail: '路由器会选择最高吞吐量的推理提供商',
    cheapest: '最便宜',
    cheapestDetail: '路由器会选择每个输出 token 的最低成本',
    pinnedDetail: ({ provider }) => `请求只会送往 ${provider}`,
    notLive: '当前没有回应',
  },
  fallbacks: {
    title: '后备模型',
    explained: '默认模型失败时，会按此顺序尝试。',
    done: '完成',
    remove: ({ id }) => `移除 ${id}`,
  },
  alias: {
    title: ({ id }) => `${id} 的别名`,
    explained: '在 OpenClaw 中显示的简短名称；可在聊天中配合 /model 使用。',
    empty: '别名至少需要一个字符。',
    taken: ({ owner }) => `${owner} 已使用此别名。`,
  },
  remove: {
    title: '要从配置中移除 Hugging Face 吗？',
    no: '否，保留',
    yes: '是，移除',
  },
  storage: {
    title: '令牌的存放位置',
    explained: '后台服务无法读取此 shell 的变量。',
    file: ({ path }) => `存放在 ${path}（只有你可以读取）`,
    fileDetail: 'OpenClaw 会在该处找到它，以后台服务运行时也一样',
    nowhere: '不存放：我自行配置 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
    nowhereDetail: '无论 Gateway 在何处运行，都需要其中一个变量',
  },
} satisfies Words['onboarding'];
