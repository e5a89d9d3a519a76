import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { reasons } from '../catalog.ts';

export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }) => ({
    message: `models bench 會傳送真實訊息，最多可能花費 $${usd}；沒有終端機，無法徵求你的同意。`,
    hint: `請改為執行：${instead}`,
  }),
  'bench-without-model': {
    message: '沒有可測量的預設模型。',
    hint: '請指定一個：openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }) => ({
    message: `${ref} 不在 Hugging Face 上：只能測量其 Inference Providers 的路由。`,
    hint: '請指定 Hugging Face 的模型：openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }) => ({
    message: `找不到目前提供 ${id} 的推論提供者。${reason === null ? '' : say(reasons, reason)}`,
    hint: '查看可用的模型：openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }) => ({
    message: `清單中沒有 ${ids.join('、')} 的價格，因此無法遵守 --max-cost。未傳送任何訊息。`,
    hint: '查看有價格的模型：openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }) => ({
    message: `--max-cost ${maxCost} 太少：一則訊息最多可能花費 $${needed}。未傳送任何訊息。`,
    hint: `請至少允許這個金額：--max-cost ${needed}`,
  }),
  'route-without-price': { message: '清單中沒有價格，無法遵守 --max-cost，因此未測量。' },
  'tool-call-missing': { message: '它以文字回答，沒有呼叫工具。' },
  'tool-call-as-text': { message: '它把工具呼叫寫成文字，因此不會呼叫任何工具。' },
  'tool-call-cut': { message: '工具呼叫尚未完整，回應就結束了。' },
  'tool-call-not-json': { message: '工具呼叫的引數不是有效的 JSON。' },
  'tool-call-of-other-tool': { message: '它呼叫了不存在的工具。' },
  'tool-call-against-schema': { message: '工具呼叫的引數不符合該工具的結構描述。' },
} satisfies Partial<Words['problems']>;

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }) => `會測量 ${id} 的所有推論提供者，而不只是 :${suffix} 的路由。`,
} satisfies Partial<Words['notes']>;

export const bench = {
  ask: ({ messages, routes, usd }) =>
    `要向 ${routes} 個推論提供者傳送最多 ${messages} 則簡短訊息嗎？（最多花費 $${usd}）`,
  rows: { send: '傳送', quit: '離開' },
  waiting: ({ id, round, rounds }) => `正在等候 ${id}，第 ${round} 則訊息，共 ${rounds} 則`,
  columns: {
    inferenceProvider: '推論提供者',
    speed: 'token/秒',
    firstToken: '首個 token',
    cost: '成本',
  },
  heading: ({ id, routes, rounds }) => `${id}：${routes} 個推論提供者，各 ${rounds} 則訊息`,
  failure: ({ inferenceProvider, message, times }) =>
    `- ${inferenceProvider}：${message}${times > 1 ? `（${times} 次）` : ''}`,
  notAgain: ({ said }) => `${said}之後未再傳送。`,
  best: ({ best, pin }) => `最佳：${best}。若要固定使用：\n${pin}`,
  noBest: ({ rounds }) =>
    `沒有任何推論提供者${rounds === 1 ? '' : `對全部 ${rounds} 則訊息都`}以格式正確的工具呼叫回應。`,
  cost: ({ usd, messages }) => `成本：${messages} 則訊息共 $${usd}，依清單中的價格計算`,
  estimated: '~：部分回應未提供用量，此為估計值',
  stopped: '未再傳送任何訊息：每個推論提供者都會給出相同的回應。',
  outOfMoney: ({ kept, usd, needed }) =>
    `已在可能超過 $${usd} 之前停止：有 ${kept} 則訊息未傳送。若要全部傳送：--max-cost ${needed}`,
} satisfies Words['bench'];
