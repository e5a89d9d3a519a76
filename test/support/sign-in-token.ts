const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as `hf auth login` writes it after a browser sign-in: a JWT of some 700 characters that ends then, in 9fQ2. */
export function signIn(end: Date, prefix: 'hf_oauth_' | 'hf_jwt_' = 'hf_oauth_'): string {
  const payload = { sub: 'ada', scope: 'inference-api', exp: end.getTime() / 1000, pad: 'p'.repeat(200) };
  return `${prefix}${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.${'Sig'.repeat(100)}9fQ2`;
}
