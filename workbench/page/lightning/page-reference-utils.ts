/** `lightning/pageReferenceUtils`. */
export function createPageReferenceUtilsModule(): Record<string, unknown> {
  return {
    encodeDefaultFieldValues: (values: Readonly<Record<string, unknown>>) =>
      Object.entries(values)
        .map(([field, value]) => `${field}=${encodeURIComponent(String(value))}`)
        .join(','),
    decodeDefaultFieldValues: (text: string) =>
      Object.fromEntries(
        text.split(',').map((pair) => {
          const [field = '', value = ''] = pair.split('=', 2);
          return [field, decodeURIComponent(value)];
        }),
      ),
  };
}
