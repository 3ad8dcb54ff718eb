import type { Checker } from '../lib/checker.ts';
import { checkDefault, checkFieldFormula } from '../lib/fields/default-rules.ts';
import {
  checkNameField,
  checkObjectElements,
  checkOverrides,
  checkSharing,
} from '../lib/fields/object-rules.ts';
import {
  checkLookup,
  checkMasterDetail,
  checkMetadataRelationship,
  checkRelationshipName,
  checkSummary,
} from '../lib/fields/relation-rules.ts';
import { checkObjectKind, checkTypeElements, checkTypeFlags } from '../lib/fields/type-rules.ts';
import { checkHistory, checkPicklist, checkTexts } from '../lib/fields/value-rules.ts';
import { runXmlChecks } from '../lib/xml-checks.ts';

export const fields: Checker = {
  name: 'fields',
  about: 'fields and objects: elements, values and defaults that fit type and kind of object',
  run: (project) =>
    runXmlChecks(project, {
      CustomField: [
        checkTypeElements,
        checkTypeFlags,
        checkObjectKind,
        checkRelationshipName,
        checkLookup,
        checkMasterDetail,
        checkMetadataRelationship,
        checkSummary,
        checkPicklist,
        checkTexts,
        checkHistory,
        checkDefault,
        checkFieldFormula,
      ],
      CustomObject: [checkObjectElements, checkNameField, checkSharing, checkOverrides],
    }),
};
