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
    message: `--non-interactive 不会提问，因此需要：${flags.join(' ')}`,
    hint: `openclaw onboard --non-interactive --mode local ${flags.join(' ')}`,
  }),
  'no-token': ({ envFile, config, url }) => ({
    message: `未找到 Hugging Face 令牌：已查看环境变量 HUGGINGFACE_HUB_TOKEN 和 HF_TOKEN、${envFile}，以及 ${config} 的 env 部分。`,
    hint: `请用 --huggingface-api-key-file <path> 传入，或通过管道传给 --huggingface-api-key -\n创建令牌：${url}`,
  }),
  'token-out-of-reach': ({ token }) => ({
    message: `令牌是${beside(tokens.unreadable(token)).trimEnd()}，因此无法检查。`,
    hint: '跳过检查并继续：--verify try',
  }),
  'probe-without-token': ({ token }) => ({
    message: `令牌是${beside(tokens.unreadable(token)).trimEnd()}，因此无法发送测试消息。`,
    hint: '请去掉 --probe 继续，或传入令牌：--huggingface-api-key-file <path>',
  }),
} satisfies Partial<Words['problems']>;

export const onboardingNotes = {
  'other-token-first': ({ place }) =>
    `OpenClaw 会使用另一个令牌：${beside(say(places, place)).trimStart()}优先于你提供的令牌`,
  'stored-token-shadowed': ({ place }) => `${beside(say(places, place)).trimStart()}是另一个令牌，它优先于已保存的令牌`,
  'token-in-shell-only':
    '令牌只存在于当前环境中：作为服务运行的 Gateway（systemd、launchd）读不到它。如需保存：--secret-input-mode plaintext',
  'env-backup-keeps-token': ({ path }) => `旧文件中仍有令牌，会保留为 ${path}；如需彻底清除令牌，请删除该文件`,
  'env-token-stays': ({ path }) => `令牌仍保留在 ${path} 中。如需一并移除：openclaw onboard --remove --token`,
  'token-stays': ({ place }) => `此令牌不会移除：${say(places, place)}`,
  'primary-kept': ({ ref, usual }) => `默认模型仍是 ${ref}。如需更改：openclaw models set ${usual}`,
  'probe-not-sent': ({ ref }) => `--probe：未发送消息，因为默认模型 ${ref} 不在 Hugging Face 上`,
  'no-daemon': '--install-daemon：本程序不安装服务。请使用 OpenClaw 自身的命令：openclaw daemon install',
  'one-account': '这些模型都使用你的 Hugging Face 额度：额度用完后，它们都会停止工作。',
  'figures-not-live': ({ source, reason }) =>
    `模型数据来自${source === 'cache' ? '缓存的列表' : '内置列表'}。${say(reasons, reason)}`,
  'kept-primary': ({ ref }) => `保留：默认模型 ${ref}（属于其他提供商）`,
  'kept-base-url': ({ url }) => `保留：提供商 huggingface（${url}，以你的配置为准）`,
  'kept-entry': ({ id }) => `保留：模型条目 ${id}（以你的配置为准）`,
} satisfies Partial<Words['notes']>;

export const onboarding = {
  heading: 'OpenClaw + Hugging Face Inference Providers',
  current: '（当前）',
  provider: {
    title: '提供商',
    choices: {
      'huggingface-api-key': { label: 'Hugging Face', detail: 'Inference Providers：一个令牌，多种聊天模型' },
      skip: { label: '暂时跳过', detail: '不会更改任何内容；随时可以再次运行' },
    },
  },
  token: {
    title: 'Hugging Face 令牌',
    noneFound: ({ envFile, other }) =>
      `未找到${other ? '其他' : ''}令牌：已查看 HUGGINGFACE_HUB_TOKEN、HF_TOKEN、${envFile}、配置和 hf auth login。`,
    create: '请在此处创建令牌（权限已预先勾选），然后粘贴到下方：',
    owner: ({ name, token, masked }) =>
      token === null ? `${name}（${masked}）` : `${name}，令牌“${token}”（${masked}）`,
    unchecked: ({ masked }) => `${masked}，未检查`,
    checking: '正在检查令牌并获取模型列表',
    listing: '正在获取模型列表',
    whatNow: '接下来怎么做？',
    retry: '用同一个令牌重试',
    another: '使用另一个令牌',
    goOn: '跳过检查并继续',
    quit: '退出',
  },
  model: {
    title: '默认 Hugging Face 模型',
    columns: {
      context: '上下文',
      tools: '工具',
      image: '图片',
      input: '$/M 输入',
      output: '输出',
      speed: 'token/秒',
    },
    spoken: {
      input: ({ figure }) => (figure === null ? '输入价格未知' : `输入每百万 token ${figure} 美元`),
      output: ({ figure }) => (figure === null ? '输出价格未知' : `输出每百万 token ${figure} 美元`),
      speed: ({ figure }) => (figure === null ? '速度未知' : `每秒 ${figure} 个 token`),
    },
    tools: { yes: '支持', some: '部分', no: '不支持' },
    image: '支持',
    live: ({ models }) => `${countModels(models)}，实时`,
    builtIn: ({ models, asOf, reason }) => `${models} 个内置模型（截至 ${asOf}）${because(reason)}`,
    cached: ({ models, age, reason }) => `${countModels(models)}，${formatAge(age)}获取${because(reason)}`,
    filter: '输入文字筛选',
    matches: ({ found, all }) => `${found} / ${all}`,
    first: ({ shown }) => `前 ${shown} 个`,
    none: ({ typed, all }) =>
      `没有匹配“${typed}”的模型（已查看 ${all} 个）：请减少关键词。如需使用未列出的模型，请输入完整 ID（org/name）。`,
    fallback: ({ number }) => `（后备 ${number}）`,
    notListed: '（不在列表中）',
    notServed: '（目前不可用）',
    refused: ({ provider }) => `（${provider} 不提供）`,
    unchecked: '已按输入采用，未做检查。',
    confirm: ({ id, nearest }) =>
      `没有推理提供商提供 ${id}。${nearest.length === 0 ? '' : `最接近的是 ${anyOf(nearest)}。`}如仍要使用，请再按一次 Enter。`,
    providers: ({ amount }) => `${amount} 个推理提供商`,
    speed: ({ speed }) => `${Math.round(speed)} token/秒`,
    turn: ({ usd }) => `每轮约 $${usd}`,
    costUnknown: '成本未知',
    keep: '保留其他提供商的默认模型',
    lockedBySpeed: '路由服务按速度选择：路由已锁定。',
    lockedByCost: '路由服务按成本选择：路由已锁定。',
  },
  route: {
    title: '请求的路由方式',
    order: '你的 Hugging Face 顺序',
    orderDetail: '顺序在此处设置：https://hf.co/settings/inference-providers',
    fastest: '最快',
    fastestDetail: '路由服务选择吞吐量最高的推理提供商',
    cheapest: '最便宜',
    cheapestDetail: '路由服务选择每个输出 token 成本最低的推理提供商',
    pinnedDetail: ({ provider }) => `请求只会发往 ${provider}`,
    notLive: '目前无响应',
  },
  fallbacks: {
    title: '后备模型',
    explained: '默认模型失败时，按此顺序依次尝试。',
    done: '完成',
    remove: ({ id }) => `移除 ${id}`,
  },
  alias: {
    title: ({ id }) => `${id} 的别名`,
    explained: '在 OpenClaw 中显示的简称；聊天时可配合 /model 使用。',
    empty: '别名至少需要一个字符。',
    taken: ({ owner }) => `${owner} 已在使用此别名。`,
  },
  remove: {
    title: '从配置中移除 Hugging Face？',
    no: '不，保留',
    yes: '是，移除',
    done: '已移除 Hugging Face',
  },
  storage: {
    title: '令牌的存放位置',
    explained: '后台服务读不到此 shell 的变量。',
    file: ({ path }) => `存放在 ${path}（只有你能读取）`,
    fileDetail: 'OpenClaw 会在那里找到它，作为后台服务运行时也一样',
    nowhere: '不存放：我自己设置 HUGGINGFACE_HUB_TOKEN 或 HF_TOKEN',
    nowhereDetail: '无论 Gateway 在哪里运行，都需要其中一个变量',
  },
} satisfies Words['onboarding'];
