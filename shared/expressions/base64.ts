/** Base64 of UTF-8 text, without the host's help: shared/ has neither Buffer nor btoa. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64FromText(text: string): string {
  return base64FromBytes(utf8FromText(text));
}

export function base64FromBytes(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += letter(word >> 18) + letter(word >> 12);
    out += (b === undefined ? '=' : letter(word >> 6)) + (c === undefined ? '=' : letter(word));
  }
  return out;
}

/** The text, or undefined when it is no Base64. Missing padding is taken as given; bytes that are no UTF-8 become U+FFFD. */
export function textFromBase64(base64: string): string | undefined {
  const bytes = bytesFromBase64(base64);
  return bytes && textFromUtf8(bytes);
}

/** The bytes, or undefined when it is no Base64. Missing padding is taken as given. */
export function bytesFromBase64(base64: string): Uint8Array | undefined {
  const digits = base64.replace(/=+$/, '');
  if (/[^A-Za-z0-9+/]/.test(digits) || digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let word = 0;
  let bits = 0;
  for (const digit of digits) {
    word = ((word << 6) | alphabet.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((word >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

export function utf8FromText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

function textFromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    const rest = bytes.slice(i + 1, i + Math.max(1, length));
    if (length === 0 || rest.length !== length - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80)) {
      text += '\ufffd';
      i++;
      continue;
    }
    const lead = length === 1 ? first : first & (0xff >> (length + 1));
    const code = rest.reduce<number>((sum, byte) => (sum << 6) | (byte & 63), lead);
    text += code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    i += length;
  }
  return text;
}

function letter(word: number): string {
  return alphabet[word & 63] ?? '';
}
