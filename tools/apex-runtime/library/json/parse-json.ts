/** JSON text as it stands: numbers keep their digits, members their order. */
export type JsonNode =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> };

/** Text that is no JSON. */
export class JsonSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JsonSyntaxError';
  }
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"((?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*)"/y;
const WORD = /true|false|null/y;

const EXPECTED = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

class Parser {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): JsonNode {
    this.#take(SPACE);
    if (this.#index === this.#text.length)
      throw new JsonSyntaxError('No content to map to Object due to end of input');
    const node = this.#value();
    this.#take(SPACE);
    if (this.#index < this.#text.length) this.#fail('expected the end of the input');
    return node;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#index;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.#index += match[0].length;
    return match[0];
  }

  #fail(expected: string): never {
    const before = this.#text.slice(0, this.#index);
    const line = before.split('\n').length;
    const column = this.#index - before.lastIndexOf('\n');
    const at = `at input location [${line},${column}]`;
    if (this.#index >= this.#text.length)
      throw new JsonSyntaxError(`Unexpected end-of-input: ${expected} ${at}`);
    const character = this.#text.charAt(this.#index);
    throw new JsonSyntaxError(
      `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expected} ${at}`,
    );
  }

  #value(): JsonNode {
    this.#take(SPACE);
    switch (this.#text.charAt(this.#index)) {
      case '{':
        return this.#object();
      case '[':
        return this.#array();
      case '"':
        return { kind: 'string', value: this.#string() };
    }
    const number = this.#take(NUMBER);
    if (number !== null) return { kind: 'number', text: number };
    const word = this.#take(WORD);
    if (word === null) return this.#fail(EXPECTED);
    return word === 'null' ? { kind: 'null' } : { kind: 'boolean', value: word === 'true' };
  }

  #string(): string {
    const text = this.#take(STRING) ?? this.#fail('expected the end of a string');
    if (!text.includes('\\')) return text.slice(1, -1);
    const value: unknown = JSON.parse(text);
    return String(value);
  }

  /** Is the next character this one? It is passed then. */
  #skip(character: string): boolean {
    this.#take(SPACE);
    if (this.#text.charAt(this.#index) !== character) return false;
    this.#index++;
    return true;
  }

  #array(): JsonNode {
    const items: JsonNode[] = [];
    this.#index++;
    if (this.#skip(']')) return { kind: 'array', items };
    do items.push(this.#value());
    while (this.#skip(','));
    if (!this.#skip(']')) this.#fail("expected a comma or ']'");
    return { kind: 'array', items };
  }

  #object(): JsonNode {
    const members = new Map<string, JsonNode>();
    this.#index++;
    if (this.#skip('}')) return { kind: 'object', members };
    do {
      this.#take(SPACE);
      if (this.#text.charAt(this.#index) !== '"')
        this.#fail('was expecting double-quote to start field name');
      const name = this.#string();
      if (!this.#skip(':')) this.#fail('was expecting a colon to separate field name and value');
      members.set(name, this.#value());
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#fail("expected a comma or '}'");
    return { kind: 'object', members };
  }
}

/** Throws a JsonSyntaxError. Of two members of one name the last counts. */
export const parseJson = (text: string): JsonNode => new Parser(text).parse();
