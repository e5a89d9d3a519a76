import { maskToken } from '../../text/redact.ts';

export type HiddenTexts = {
  hide(secret: string): void;
  /** The text with every hidden one masked down to its last 4 characters. */
  mask(text: string): string;
};

/** A shorter text is not a token, and masking it would garble ordinary words. */
const SHORTEST_SECRET = 8;

/** The last line of defence: what must never be printed, in whatever way a message came to hold it. */
export function createHiddenTexts(): HiddenTexts {
  const masks = new Map<string, string>();
  return {
    hide(secret) {
      if (secret.length < SHORTEST_SECRET) return;
      // As it is, within JSON, and within a URL.
      const forms = [
        secret,
        JSON.stringify(secret).slice(1, -1),
        new URLSearchParams({ s: secret }).toString().slice(2),
      ];
      for (const form of forms) masks.set(form, maskToken(secret));
    },
    mask(text) {
      let masked = text;
      for (const [secret, mask] of masks) masked = masked.replaceAll(secret, () => mask);
      return masked;
    },
  };
}
