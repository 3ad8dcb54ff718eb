import type { CustomMetadataRecord } from '../../../src/metadata/custom-metadata.ts';
import type { SetupEntry, SetupObject } from '../../shared/setup-object.ts';
import type { OrgHttpClient } from '../org-client.ts';

/** What Setup asks of the simulated org, in the name of its admin. */
export interface SetupClient {
  objects(): Promise<readonly SetupObject[]>;
  records(type: string): Promise<readonly CustomMetadataRecord[]>;
  /** Rejects in the platform's shape, with a message for each wrong field. */
  save(entry: SetupEntry): Promise<void>;
}

export function createSetupClient(org: OrgHttpClient): SetupClient {
  let known: Promise<readonly SetupObject[]> | undefined;
  const readObjects = async (): Promise<readonly SetupObject[]> =>
    (await org.command('setup/objects')) as readonly SetupObject[];
  return {
    /** Asked for once a page load; sources that change reload the page. */
    objects() {
      known ??= readObjects().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    records: (type) => org.command('setup/records', { type }) as Promise<readonly CustomMetadataRecord[]>,
    async save(entry) {
      await org.command('setup/save', entry);
    },
  };
}

/** Messages by field of a rejection of `save`. */
export function fieldErrorsOf(error: unknown): Readonly<Record<string, string>> {
  const { body } = error as {
    readonly body?: {
      readonly output?: { readonly fieldErrors?: Readonly<Record<string, readonly { message: string }[]>> };
    };
  };
  return Object.fromEntries(
    Object.entries(body?.output?.fieldErrors ?? {}).map(([field, errors]) => [
      field,
      errors.map(({ message }) => message).join(' '),
    ]),
  );
}
