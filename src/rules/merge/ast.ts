/** `{!upper(attributes.name)}`: a field, a literal, or a function of such. `at` is the offset in the template. */
export type Expression =
  | { readonly kind: 'field'; readonly path: readonly string[]; readonly at: number }
  | { readonly kind: 'literal'; readonly value: string | number; readonly at: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: number;
    };

/** Plain text and expressions, in order. */
export type Template = readonly (string | Expression)[];
