/** A text with the line ends of another one: the editor knows line breaks of one kind alone, files of Windows have two. */
export function withLineEndsOf(model: string, text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return model.includes('\r\n') ? plain.replaceAll('\n', '\r\n') : plain;
}

/** Where an offset of a text is once every line break counts as one. */
export function editorOffset(text: string, offset: number): number {
  if (!text.includes('\r')) return offset;
  return text.slice(0, offset).replace(/\r\n?/g, '\n').length;
}
