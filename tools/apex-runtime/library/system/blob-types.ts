import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from '../../model/transaction.ts';
import { ApexBlob } from '../../model/values.ts';
import type { PlatformObject, Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, platformObject, refuse } from '../support.ts';

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(bytes);

function textOfBlob(tx: Transaction, self: ApexBlob): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(self.bytes);
  } catch (problem) {
    if (problem instanceof TypeError) return tx.raise('StringException', 'BLOB is not a valid UTF-8 string');
    throw problem;
  }
}

export const BLOB: LibraryType = {
  name: 'Blob',
  members: {
    'static valueOf(String):Blob': (tx, _type, text: string | null) =>
      blob(Buffer.from(given(tx, text), 'utf8')),
    'size():Integer': (_tx, self: ApexBlob) => self.bytes.length,
    'toString():String': textOfBlob,
  },
};

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
};
const MACS: Readonly<Record<string, string>> = {
  hmacMD5: 'md5',
  hmacSHA1: 'sha1',
  hmacSHA256: 'sha256',
  hmacSHA512: 'sha512',
};

const algorithm = (tx: Transaction, name: string | null, known: Readonly<Record<string, string>>): string =>
  known[given(tx, name)] ?? refuse(tx, `the algorithm ${name}`);

export const CRYPTO: LibraryType = {
  name: 'Crypto',
  members: {
    'static generateDigest(String,Blob):Blob': (tx, _type, name: string | null, input: ApexBlob | null) =>
      blob(
        createHash(algorithm(tx, name, DIGESTS))
          .update(given(tx, input, 2).bytes)
          .digest(),
      ),
    'static generateMac(String,Blob,Blob):Blob': (
      tx,
      _type,
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null,
    ) =>
      blob(
        createHmac(algorithm(tx, name, MACS), given(tx, key, 3).bytes)
          .update(given(tx, input, 2).bytes)
          .digest(),
      ),
    'static getRandomInteger():Integer': () => randomBytes(4).readInt32BE(),
    'static getRandomLong():Long': () => randomBytes(8).readBigInt64BE(),
  },
};

/** As Java's URLEncoder: a space is a plus. */
const urlEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/%20|[!'()~]/g, (part) =>
    part === '%20' ? '+' : `%${part.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function utf8Only(tx: Transaction, charset: string | null): void {
  if (!/^utf-?8$/i.test(given(tx, charset, 2))) refuse(tx, `the character set ${charset}`);
}

export const ENCODING_UTIL: LibraryType = {
  name: 'EncodingUtil',
  members: {
    'static base64Encode(Blob):String': (tx, _type, input: ApexBlob | null) =>
      Buffer.from(given(tx, input).bytes).toString('base64'),
    'static base64Decode(String):Blob': (tx, _type, text: string | null) => {
      const bytes = Buffer.from(given(tx, text), 'base64');
      return bytes.toString('base64') === text
        ? blob(bytes)
        : refuse(tx, 'base64Decode of text that is no base64');
    },
    'static convertToHex(Blob):String': (tx, _type, input: ApexBlob | null) =>
      Buffer.from(given(tx, input).bytes).toString('hex'),
    'static convertFromHex(String):Blob': (tx, _type, text: string | null) =>
      /^(?:[0-9a-f]{2})*$/i.test(given(tx, text))
        ? blob(Buffer.from(text ?? '', 'hex'))
        : tx.raise('InvalidParameterValueException', `Invalid hex input: ${text}`),
    'static urlEncode(String,String):String': (tx, _type, text: string | null, charset: string | null) => {
      utf8Only(tx, charset);
      return urlEncoded(given(tx, text));
    },
    'static urlDecode(String,String):String': (tx, _type, text: string | null, charset: string | null) => {
      utf8Only(tx, charset);
      try {
        return decodeURIComponent(given(tx, text).replaceAll('+', ' '));
      } catch (problem) {
        if (problem instanceof URIError) return refuse(tx, 'urlDecode of text that is not encoded');
        throw problem;
      }
    },
  },
};

export const UUID: LibraryType = {
  name: 'UUID',
  members: {
    'static randomUUID():UUID': (tx) => {
      const id = randomUUID();
      return platformObject(tx, 'UUID', id, id, id);
    },
    'static fromString(String):UUID': (tx, _type, text: string | null) => {
      const id = given(tx, text).toLowerCase();
      return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
        ? platformObject(tx, 'UUID', id, id, id)
        : tx.raise('IllegalArgumentException', `Invalid UUID string: ${text}`);
    },
    'toString():String': (_tx, self: PlatformObject) => self.key,
    'equals(Object):Boolean': (_tx, self: PlatformObject, other: Value) => sameValue(self, other),
  },
};
