#!/bin/sh
# Sets up Hugging Face for OpenClaw on this machine, as often as you like: what is there already is kept.
#
#   HF_TOKEN_FILE=/run/secrets/hf_token ./setup.sh
set -eu
: "${HF_TOKEN_FILE:?is to be the path of a file that holds the token}"

onboard() {
  # The token comes from a file: an argument would show in ps.
  openclaw-onboard onboard --non-interactive --mode local \
    --auth-choice huggingface-api-key \
    --huggingface-api-key-file "$HF_TOKEN_FILE" \
    --model deepseek-ai/DeepSeek-R1 \
    --fallback Qwen/Qwen3-8B \
    --verify required
}

# Exit codes tell causes apart. 5 (Hugging Face can't be reached) asks for patience, everything else for a person.
for attempt in 1 2 3; do
  status=0
  onboard || status=$?
  if [ "$status" -ne 5 ]; then break; fi
  if [ "$attempt" -lt 3 ]; then sleep "${RETRY_SECONDS:-10}"; fi
done
if [ "$status" -ne 0 ]; then exit "$status"; fi

openclaw-onboard models status --check
