import * as z from 'zod/mini';
import { commandLine } from './commands.ts';
import type { SfArguments } from './commands.ts';

const answerSchema = z.object({
  result: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
  message: z.optional(z.string()),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/**
 * Reads the `result` of the CLI's JSON, which a failed command may have too (or `data`). Throws with the CLI's own
 * message when there is nothing to read.
 */
export function readAnswer<Schema extends z.ZodMiniType>(
  stdout: string,
  args: SfArguments,
  schema: Schema,
): z.output<Schema> {
  const answer = answerSchema.safeParse(parseJson(stdout.slice(Math.max(0, stdout.indexOf('{')))));
  if (!answer.success) throw new Error(`${commandLine(args)} answered no JSON: ${stdout.slice(0, 500)}`);
  const read = schema.safeParse(answer.data.result ?? answer.data.data);
  if (!read.success) {
    const place = ['result', ...(read.error.issues[0]?.path ?? [])].join('.');
    throw new Error(
      `${commandLine(args)}: ${answer.data.message ?? `${place} is not as expected; compare the output with scripts/package/org-test/sf-results.ts`}`,
    );
  }
  return read.data as z.output<Schema>;
}
