/** Where a person makes a token that may do what OpenClaw needs, and nothing else: the form that hf.co fills in from the query. */
export const NEW_TOKEN_URL =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';
export const TOKENS_URL = 'https://huggingface.co/settings/tokens';
export const BILLING_URL = 'https://huggingface.co/settings/billing';
export const INFERENCE_PROVIDERS_URL = 'https://hf.co/settings/inference-providers';
export const STATUS_URL = 'https://status.huggingface.co';
