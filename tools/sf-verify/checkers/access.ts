import { checkChannel, checkStaticResource, checkTrustedSite } from '../lib/access/channel-rules.ts';
import {
  checkControllers,
  checkFieldRights,
  checkGrantedNames,
  checkGroup,
  checkObjectRights,
} from '../lib/access/permission-rules.ts';
import { checkRepeatedEntries, checkRepeatedMappings } from '../lib/access/repeated-entries.ts';
import type { Checker } from '../lib/checker.ts';
import { runXmlChecks } from '../lib/xml-checks.ts';

export const access: Checker = {
  name: 'access',
  about:
    'rights that the platform refuses or that are missing, groups, channels, trusted sites; entries that stand twice',
  run: (project) =>
    runXmlChecks(project, {
      CompactLayout: [checkRepeatedEntries],
      CspTrustedSite: [checkTrustedSite],
      CustomApplication: [checkRepeatedEntries, checkRepeatedMappings],
      Layout: [checkRepeatedEntries],
      LightningMessageChannel: [checkRepeatedEntries, checkChannel],
      ListView: [checkRepeatedEntries],
      PermissionSet: [
        checkRepeatedEntries,
        checkObjectRights,
        checkFieldRights,
        checkGrantedNames,
        checkControllers,
      ],
      PermissionSetGroup: [checkRepeatedEntries, checkGroup],
      Report: [checkRepeatedEntries],
      StaticResource: [checkStaticResource],
    }),
};
