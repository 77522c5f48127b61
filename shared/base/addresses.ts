/** An IP address as a number with its width in bits, 32 or 128. */
interface Address {
  readonly bits: number;
  readonly value: bigint;
}

/** Is the address in the range, written as an address or in CIDR form? Null when either is no address. */
export function addressInRange(address: string, range: string): boolean | null {
  const [base = '', length] = range.split('/');
  const one = readAddress(address);
  const other = readAddress(base);
  if (!one || !other) return null;
  const prefix = length === undefined ? other.bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (prefix < 0 || prefix > other.bits) return null;
  const shift = BigInt(other.bits - prefix);
  return one.bits === other.bits && one.value >> shift === other.value >> shift;
}

/** Is this a range in CIDR form: an address of version 4 or 6, a slash and how many bits of it are fixed? */
export function isAddressRange(text: string): boolean {
  const [base = '', length, ...more] = text.split('/');
  const address = readAddress(base);
  return address !== null && more.length === 0 && /^\d{1,3}$/.test(length ?? '') && Number(length) <= address.bits;
}

function readAddress(text: string): Address | null {
  return text.includes(':') ? readSix(text) : readFour(text);
}

function readFour(text: string): Address | null {
  const parts = text.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return { bits: 32, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

/** RFC 4291, 2.2: eight groups, one run of zeros as `::`, the last two groups also as an IPv4 address. */
function readSix(text: string): Address | null {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const four = last.includes('.') ? readFour(last) : null;
  if (last.includes('.') && !four) return null;
  const tail = four ? `${(four.value >> 16n).toString(16)}:${(four.value & 0xffffn).toString(16)}` : last;
  const halves = `${text.slice(0, text.length - last.length)}${tail}`.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n) };
}
