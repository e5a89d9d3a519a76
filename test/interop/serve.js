// `node test/interop/serve.js`: a stand-in for Hugging Face that says what a real OpenClaw asks of it, and the line that
// sends one there. No key or account is needed; nothing leaves the machine.
import { fileURLToPath } from 'node:url';
import { VALID_TOKEN } from '../../scripts/stand-in/answers.js';
import { startStandIn } from '../../scripts/stand-in/server.js';

const service = await startStandIn();
const reroute = fileURLToPath(new URL('reroute.cjs', import.meta.url));
console.log(`In another terminal, in front of any command of a real OpenClaw:

  env HOME="$(mktemp -d)" HF_TOKEN=${VALID_TOKEN} OPENCLAW_INTEROP_SERVICE=${service.url} NODE_OPTIONS='--require "${reroute}"' \\
    openclaw infer model run --model huggingface/deepseek-ai/DeepSeek-R1 --prompt Hello

What arrives here (Ctrl-C ends):`);

let shown = 0;
setInterval(() => {
  for (const { method, url, headers, body } of service.requests.slice(shown)) {
    shown += 1;
    console.log(`\n${method} ${headers.host}${url}`, headers, body.slice(0, 2000));
  }
}, 200);
