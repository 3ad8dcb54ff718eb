/** Where a command writes. Resolves when the text has left; false when nobody reads any more. */
export interface TextWriter {
  write(text: string): Promise<boolean>;
}

/** The part of a Node stream that is used. */
interface WritableText {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Writes to a stream and waits for each piece, so that nothing is lost at exit; a closed pipe is not an error. */
export function createTextWriter(stream: WritableText): TextWriter {
  let open = true;
  stream.on('error', () => {
    open = false;
  });
  return {
    async write(text) {
      if (!open) return false;
      return new Promise((resolve) => {
        stream.write(text, (error) => {
          if (error) open = false;
          resolve(open);
        });
      });
    },
  };
}
