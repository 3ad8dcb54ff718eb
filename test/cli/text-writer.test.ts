import { createTextWriter } from '../../src/cli/text-writer.ts';

async function written(text: string): Promise<string> {
  const pieces: string[] = [];
  const writer = createTextWriter({
    write: (piece, done) => {
      pieces.push(piece);
      done();
      return true;
    },
    on: () => undefined,
  });
  await writer.write(text);
  return pieces.join('');
}

it('shows escape sequences instead of sending them to the terminal', async () => {
  expect(await written('a\u001b[2Jb\u009b31mc\rd\u202ee\u007f')).toBe(
    'a\\u001b[2Jb\\u009b31mc\\u000dd\\u202ee\\u007f',
  );
});

it('leaves lines, tabs and other languages alone', async () => {
  const text = 'Grüße\t日本語 🙂\nnext line\n';
  expect(await written(text)).toBe(text);
});

it('leaves JSON the same value', async () => {
  const value = { name: 'a\u009bb\u2028c' };
  expect(JSON.parse(await written(JSON.stringify(value)))).toEqual(value);
});
