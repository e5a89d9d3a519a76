import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { reasons } from '../catalog.ts';

export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }) => ({
    message: `models bench 会发送真实消息，最多可能花费 $${usd}；没有终端，无法征求你的同意。`,
    hint: `请改为运行：${instead}`,
  }),
  'bench-without-model': {
    message: '没有可测试的默认模型。',
    hint: '请指定一个：openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }) => ({
    message: `${ref} 不在 Hugging Face 上：只能测试其 Inference Providers 的路由。`,
    hint: '请指定 Hugging Face 的模型：openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }) => ({
    message: `找不到当前提供 ${id} 的推理提供商。${reason === null ? '' : say(reasons, reason)}`,
    hint: '查看可用的模型：openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }) => ({
    message: `列表中没有 ${ids.join('、')} 的价格，因此无法遵守 --max-cost。未发送任何消息。`,
    hint: '查看有价格的模型：openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }) => ({
    message: `--max-cost ${maxCost} 太少：一条消息最多可能花费 $${needed}。未发送任何消息。`,
    hint: `请至少允许这个金额：--max-cost ${needed}`,
  }),
  'route-without-price': { message: '列表中没有价格，无法遵守 --max-cost，因此未测试。' },
  'tool-call-missing': { message: '它以文字回答，没有调用工具。' },
  'tool-call-as-text': { message: '它把工具调用写成了文字，因此不会调用任何工具。' },
  'tool-call-cut': { message: '工具调用尚未完整，响应就结束了。' },
  'tool-call-not-json': { message: '工具调用的参数不是有效的 JSON。' },
  'tool-call-of-other-tool': { message: '它调用了不存在的工具。' },
  'tool-call-against-schema': { message: '工具调用的参数不符合该工具的 schema。' },
} satisfies Partial<Words['problems']>;

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }) => `会测试 ${id} 的所有推理提供商，而不只是 :${suffix} 的路由。`,
} satisfies Partial<Words['notes']>;

export const bench = {
  ask: ({ messages, routes, usd }) =>
    `要向 ${routes} 个推理提供商发送最多 ${messages} 条简短消息吗？（最多花费 $${usd}）`,
  rows: { send: '发送', quit: '退出' },
  waiting: ({ id, round, rounds }) => `正在等待 ${id}，第 ${round} 条消息，共 ${rounds} 条`,
  columns: {
    inferenceProvider: '推理提供商',
    speed: 'token/秒',
    firstToken: '首个 token',
    cost: '成本',
  },
  heading: ({ id, routes, rounds }) => `${id}：${routes} 个推理提供商，各 ${rounds} 条消息`,
  failure: ({ inferenceProvider, message, times }) =>
    `- ${inferenceProvider}：${message}${times > 1 ? `（${times} 次）` : ''}`,
  notAgain: ({ said }) => `${said}之后未再发送。`,
  best: ({ best, pin }) => `最佳：${best}。如需固定使用：\n${pin}`,
  noBest: ({ rounds }) =>
    `没有任何推理提供商${rounds === 1 ? '' : `对全部 ${rounds} 条消息都`}返回格式正确的工具调用。`,
  cost: ({ usd, messages }) => `成本：${messages} 条消息共 $${usd}，按列表中的价格计算`,
  estimated: '~：部分响应未提供用量，此为估算值',
  stopped: '未再发送任何消息：每个推理提供商都会给出相同的响应。',
  outOfMoney: ({ kept, usd, needed }) =>
    `已在可能超过 $${usd} 之前停止：有 ${kept} 条消息未发送。如需全部发送：--max-cost ${needed}`,
} satisfies Words['bench'];
