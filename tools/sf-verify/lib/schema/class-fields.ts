/** A field of a compiled Java class: `@Account` a relationship, `@Case[]` a child relationship, else an Apex type. */
export interface ClassField {
  readonly name: string;
  readonly type: string;
}

const STATIC = 0x0008;
/** Bytes after the tag of a constant, JVM specification table 4.4-B; UTF-8 constants (1) have their own length. */
const CONSTANT_BYTES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

function typeOf(descriptor: string): string {
  const many = descriptor.startsWith('[');
  const path = descriptor.replace(/^\[?L|;$/g, '');
  const name = path.split('/').at(-1) ?? path;
  return `${path.includes('/SObjects/') ? '@' : ''}${name}${many ? '[]' : ''}`;
}

/** Instance fields of a class file, in its order. Reads only what it needs of the JVM's class format. */
export function readClassFields(bytes: Buffer): ClassField[] {
  let at = 8;
  const u2 = (): number => bytes.readUInt16BE((at += 2) - 2);
  const u4 = (): number => bytes.readUInt32BE((at += 4) - 4);
  const texts = new Map<number, string>();
  const constants = u2();
  for (let index = 1; index < constants; index += 1) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === 1) {
      const length = u2();
      texts.set(index, bytes.toString('utf8', at, at + length));
      at += length;
    } else {
      at += CONSTANT_BYTES[tag] ?? 0;
      if (tag === 5 || tag === 6) index += 1;
    }
  }
  at += 6;
  const interfaces = u2();
  at += 2 * interfaces;
  const fields: ClassField[] = [];
  for (let left = u2(); left > 0; left -= 1) {
    const flags = u2();
    const name = (texts.get(u2()) ?? '').replace(/\$$/, '');
    const type = typeOf(texts.get(u2()) ?? '');
    for (let attributes = u2(); attributes > 0; attributes -= 1) {
      at += 2;
      const length = u4();
      at += length;
    }
    if ((flags & STATIC) === 0) fields.push({ name, type });
  }
  return fields;
}
