import { format, resolveConfig } from 'prettier';

async function formatAs(parser: 'markdown' | 'json' | 'typescript', content: string): Promise<string> {
  const options = await resolveConfig(new URL('../../package.json', import.meta.url).pathname);
  return format(content, { ...options, parser });
}

/** Generated text goes through Prettier, so that `format:check` and `generate:check` agree. */
export const formatMarkdown = (content: string): Promise<string> => formatAs('markdown', content);
export const formatJson = (content: string): Promise<string> => formatAs('json', content);
export const formatTypescript = (content: string): Promise<string> => formatAs('typescript', content);
