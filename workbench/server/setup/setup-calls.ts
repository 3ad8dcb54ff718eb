import { resolve } from 'node:path';
import { readMetadataFiles } from '../../org/metadata/package-files.ts';
import { readOwnFields } from '../../org/metadata/read-objects.ts';
import { OrgRefusal } from '../../org/refusal.ts';
import type { OrgAdmin, SimulatedOrg } from '../../org/simulated-org.ts';
import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { SetupEntry, SetupObject } from '../../shared/setup-object.ts';
import { checkEntry } from './check-entry.ts';
import { readSetupObjects } from './read-setup-objects.ts';

const PACKAGE = resolve(import.meta.dirname, '../../../force-app');

/** What Setup needs of an org. */
export interface SetupOrg extends Pick<SimulatedOrg, 'customMetadata'> {
  readonly admin: Pick<OrgAdmin, 'saveCustomMetadata'>;
}

/** The package's objects as their source files describe them now. */
export function listSetupObjects(): readonly SetupObject[] {
  return readSetupObjects(readMetadataFiles(PACKAGE));
}

export function listCustomMetadata(org: SetupOrg, type: string): readonly CustomMetadataRecord[] {
  return org.customMetadata().filter((record) => record.type === type);
}

/** Saves a custom metadata record as an admin does in Setup; refuses with a message for each wrong field. */
export function saveCustomMetadata(org: SetupOrg, entry: SetupEntry): void {
  const files = readMetadataFiles(PACKAGE);
  const object = readSetupObjects(files).find(({ apiName }) => apiName === entry.type);
  if (object === undefined || !entry.type.endsWith('__mdt')) {
    throw new OrgRefusal(404, 'Not Found', { message: `There is no custom metadata type ${entry.type}.` });
  }
  const known = listCustomMetadata(org, entry.type);
  const replaced = known.find(({ developerName }) => developerName === entry.replaces);
  if (entry.replaces !== null && replaced === undefined) {
    throw new OrgRefusal(404, 'Not Found', { message: `There is no record ${entry.replaces} any more.` });
  }
  if (entry.replaces !== null && entry.replaces !== entry.developerName) {
    throw new OrgRefusal(400, 'Bad Request', {
      message: `${entry.replaces} keeps its name in the workbench: make a new record for another name.`,
    });
  }
  const definitions = readOwnFields(files)
    .filter((own) => own.object === entry.type)
    .map(({ field }) => field);
  const taken = entry.replaces === null ? known.map(({ developerName }) => developerName) : [];
  const { fields, errors } = checkEntry(entry, object, definitions, taken);
  if (Object.keys(errors).length > 0) {
    throw new OrgRefusal(400, 'Bad Request', {
      message: 'Review the errors on this page.',
      output: {
        errors: [],
        fieldErrors: Object.fromEntries(
          Object.entries(errors).map(([field, message]) => [field, [{ field, message }]]),
        ),
      },
    });
  }
  const { type, developerName, label } = entry;
  org.admin.saveCustomMetadata({ type, developerName, label, fields });
}
