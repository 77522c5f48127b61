import type { FileReaders } from '#shared/runs/index';

/** How the worker of runs reads files that stand for objects of S3. */
export const fileReaders: FileReaders = {
  text: async (bytes) => new TextDecoder().decode(await unpacked(bytes)),
  async parquet(bytes) {
    // Only a run that reads such a file pays for the reader.
    const { parquetReadObjects } = await import('hyparquet');
    const rows = await parquetReadObjects({ file: Uint8Array.from(await unpacked(bytes)).buffer });
    return rows.map((row) => JSON.stringify(row, plain)).join('\n');
  },
};

/** Numbers of 64 bits as JSON has them, exactly where a double holds them. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
}

/** What gzip has packed, by its first two bytes. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
