/** Where a command writes. Resolves when the text has left; false when nobody reads any more. */
export interface TextWriter {
  write(text: string): Promise<boolean>;
}

/** The part of a Node stream that is used. */
interface WritableText {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Escape sequences in a file must not steer the terminal. Inside JSON text the escape means the same character. */
function withoutControls(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
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
        stream.write(withoutControls(text), (error) => {
          if (error) open = false;
          resolve(open);
        });
      });
    },
  };
}
