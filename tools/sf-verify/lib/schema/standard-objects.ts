import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import JSZip from 'jszip';
import { HERE, javaLibrary } from '../packages.ts';
import { readClassFields } from './class-fields.ts';

/** Fields of each standard object by name; types as in `ClassField`. */
export type StandardObjects = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FOLDER = 'com/nawforce/runforce/SObjects/';

async function readLibrary(jar: string): Promise<StandardObjects> {
  const zip = await JSZip.loadAsync(readFileSync(jar));
  const objects: Record<string, Record<string, string>> = {};
  for (const entry of zip.filter((path) => path.startsWith(FOLDER) && path.endsWith('.class'))) {
    const name = basename(entry.name, '.class');
    if (name.includes('$')) continue;
    const fields = readClassFields(await entry.async('nodebuffer'));
    objects[name] = Object.fromEntries(fields.map((field) => [field.name, field.type]));
  }
  return objects;
}

/** The platform's objects as apex-ls knows them; read from its library once, then from a file in .cache. */
export async function loadStandardObjects(): Promise<StandardObjects> {
  const jar = javaLibrary('sobject-types-');
  const cached = join(HERE, '.cache', `${basename(jar, '.jar')}.json`);
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as StandardObjects;
  const objects = await readLibrary(jar);
  mkdirSync(join(HERE, '.cache'), { recursive: true });
  writeFileSync(cached, JSON.stringify(objects));
  return objects;
}
