/** Whether a text takes more bytes of UTF-8 than allowed. Counts only where the length leaves it open. */
export function exceedsBytes(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  if (text.length > bytes) return true;
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) size++;
    else if (code < 0x800) size += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      size += 4;
      i++;
    } else size += 3;
  }
  return size > bytes;
}
