import { listFieldDefinitions, objectElement } from '../schema/object-definitions.ts';
import { childOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { objectOf } from './type-rules.ts';

const RELATIONS = new Set(['Lookup', 'MasterDetail', 'MetadataRelationship']);
const RELATIONSHIP_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
/** Objects that take no details. Source: Salesforce Help, Considerations for Object Relationships. */
const NO_MASTERS = new Set(['User', 'Lead', 'Product2', 'Task', 'Event', 'Activity']);
/** What a metadata relationship leads to beside other custom metadata types. */
const METADATA_TARGETS = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);
const MOST_MASTERS = 2;

/** The name of the child relationship is well formed and the only one of its parent. */
export const checkRelationshipName: XmlCheck = ({ project, root, file, report }) => {
  const name = childOf(root, 'relationshipName');
  const target = textOf(root, 'referenceTo') ?? '';
  if (name === undefined || !RELATIONS.has(textOf(root, 'type') ?? '')) return;
  const text = name.text.trim();
  if (!RELATIONSHIP_NAME.test(text) || text.length > 40) {
    report(
      name,
      `<relationshipName> ${text} must be a name without __r, letters, digits and single underscores, at most 40`,
    );
  }
  const other = listFieldDefinitions(project).find(
    (field) =>
      field.file !== file &&
      field.referenceTo === target &&
      field.relationshipName?.toLowerCase() === text.toLowerCase(),
  );
  if (other !== undefined) {
    report(
      name,
      `${target} has the relationship ${text} from ${other.object}.${other.name} already: rename it`,
    );
  }
};

export const checkLookup: XmlCheck = ({ root, report }) => {
  if (textOf(root, 'type') !== 'Lookup') return;
  const constraint = childOf(root, 'deleteConstraint');
  const target = childOf(root, 'referenceTo');
  if (constraint?.text.trim() === 'SetNull' && textOf(root, 'required') === 'true') {
    report(constraint, 'a required look-up cannot be SetNull: write Restrict, or leave the field optional');
  }
  if (target?.text.trim().endsWith('__mdt') === true) {
    report(target, 'a look-up cannot lead to custom metadata: keep the developer name in a Text field');
  }
  if (target?.text.trim().endsWith('__e') === true)
    report(target, 'a look-up cannot lead to a platform event');
};

export const checkMasterDetail: XmlCheck = ({ project, root, file, report }) => {
  if (textOf(root, 'type') !== 'MasterDetail') return;
  const object = objectOf(file);
  const target = childOf(root, 'referenceTo');
  const own = objectElement(project, object);
  if (target !== undefined && NO_MASTERS.has(target.text.trim())) {
    report(target, `${target.text.trim()} cannot be the master of a master-detail field: use Lookup`);
  }
  if (target?.text.trim() === object) report(target, 'an object cannot be its own master: use Lookup');
  if (own !== null && textOf(own, 'sharingModel') !== 'ControlledByParent') {
    report(root, `${object} has a master: its <sharingModel> must be ControlledByParent`);
  }
  const masters = listFieldDefinitions(project).filter(
    (field) => field.object === object && field.type === 'MasterDetail',
  );
  if (masters.length > MOST_MASTERS) report(root, `${object} has ${masters.length} masters, at most 2`);
};

export const checkMetadataRelationship: XmlCheck = ({ root, report }) => {
  const target = childOf(root, 'referenceTo');
  const text = target?.text.trim() ?? '';
  if (textOf(root, 'type') !== 'MetadataRelationship' || target === undefined) return;
  if (!text.endsWith('__mdt') && !METADATA_TARGETS.has(text)) {
    report(target, `a metadata relationship leads to a custom metadata type or an entity, not to ${text}`);
  }
};

/** Roll-up summaries stand on the master and name a field of the detail. */
export const checkSummary: XmlCheck = ({ project, root, file, report }) => {
  if (textOf(root, 'type') !== 'Summary') return;
  const fields = listFieldDefinitions(project);
  const find = (path: string): (typeof fields)[number] | undefined =>
    fields.find(({ object, name }) => `${object}.${name}` === path);
  const key = childOf(root, 'summaryForeignKey');
  const master = find(key?.text.trim() ?? '');
  if (key !== undefined && (master?.type !== 'MasterDetail' || master.referenceTo !== objectOf(file))) {
    report(key, `${key.text.trim()} is not a master-detail field to ${objectOf(file)}`);
  }
  const operation = textOf(root, 'summaryOperation');
  const summarized = childOf(root, 'summarizedField');
  if (operation === 'count' && summarized !== undefined) {
    report(summarized, 'a count summarizes no field: remove <summarizedField>');
  }
  if (operation !== 'count' && summarized === undefined) report(root, `${operation} needs <summarizedField>`);
  const field = summarized === undefined ? undefined : find(summarized.text.trim());
  const numeric = ['Number', 'Currency', 'Percent'];
  const dated = operation === 'sum' ? [] : ['Date', 'DateTime'];
  if (summarized !== undefined && ![...numeric, ...dated].includes(field?.type ?? '')) {
    report(summarized, `${summarized.text.trim()} cannot be summarized by ${operation}`);
  }
};
