import type { TextWriter } from './text-writer.ts';

const PIECE = 65_536;

/** Collects lines into large pieces. Both resolve to false when nobody reads any more. */
export interface LineWriter {
  line(text: string): Promise<boolean>;
  flush(): Promise<boolean>;
}

export function createLineWriter(writer: TextWriter): LineWriter {
  let lines: string[] = [];
  let size = 0;

  const flush = async (): Promise<boolean> => {
    if (lines.length === 0) return true;
    const text = `${lines.join('\n')}\n`;
    lines = [];
    size = 0;
    return writer.write(text);
  };

  return {
    flush,
    async line(text) {
      lines.push(text);
      size += text.length;
      return size < PIECE || flush();
    },
  };
}
