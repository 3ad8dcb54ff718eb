/** Source: Lightning Web Components Developer Guide, Wire Adapters and Functions. */
declare module 'lightning/uiRecordApi' {
  interface RecordConfig {
    recordId: string;
    fields?: unknown;
    optionalFields?: unknown;
    layoutTypes?: unknown;
    modes?: unknown;
    pageSize?: unknown;
    childRelationships?: unknown;
  }
  export function getRecord(config: RecordConfig): unknown;
  export function getRecords(config: { records: unknown }): unknown;
  export function getRecordCreateDefaults(config: {
    objectApiName: unknown;
    formFactor?: unknown;
    recordTypeId?: unknown;
    optionalFields?: unknown;
  }): unknown;
  export function createRecord(input: {
    apiName: string;
    fields: Record<string, unknown>;
    allowSaveOnDuplicate?: boolean;
    triggerOtherEmail?: boolean;
    triggerUserEmail?: boolean;
    useDefaultRule?: boolean;
  }): Promise<unknown>;
  export function createRecordInputFilteredByEditedFields(input: unknown, original?: unknown): unknown;
  export function deleteRecord(recordId: string): Promise<unknown>;
  export function generateRecordInputForCreate(record: unknown, objectInfo?: unknown): unknown;
  export function generateRecordInputForUpdate(record: unknown, objectInfo?: unknown): unknown;
  export function getFieldDisplayValue(record: unknown, field: unknown): unknown;
  export function getFieldValue(record: unknown, field: unknown): unknown;
  export function getRecordNotifyChange(records: { recordId: string }[]): unknown;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<unknown>;
  export function updateRecord(
    input: { fields: Record<string, unknown>; allowSaveOnDuplicate?: boolean },
    options?: { ifUnmodifiedSince?: string; ifMatch?: string },
  ): Promise<unknown>;
}

declare module 'lightning/uiObjectInfoApi' {
  export function getObjectInfo(config: { objectApiName: unknown }): unknown;
  export function getObjectInfos(config: { objectApiNames: unknown }): unknown;
  export function getPicklistValues(config: { fieldApiName: unknown; recordTypeId: unknown }): unknown;
  export function getPicklistValuesByRecordType(config: {
    objectApiName: unknown;
    recordTypeId: unknown;
  }): unknown;
}

declare module 'lightning/uiRelatedListApi' {
  interface RelatedConfig {
    parentRecordId: unknown;
    relatedListId: unknown;
    fields?: unknown;
    optionalFields?: unknown;
    pageSize?: unknown;
    pageToken?: unknown;
    sortBy?: unknown;
    where?: unknown;
  }
  export function getRelatedListRecords(config: RelatedConfig): unknown;
  export function getRelatedListCount(config: {
    parentRecordId: unknown;
    relatedListId: unknown;
    maxCount?: unknown;
  }): unknown;
  export function getRelatedListInfo(config: {
    parentObjectApiName: unknown;
    relatedListId: unknown;
    recordTypeId?: unknown;
    optionalFields?: unknown;
    restrictColumnsToLayout?: unknown;
  }): unknown;
  export function getRelatedListRecordsBatch(config: unknown): unknown;
  export function getRelatedListInfoBatch(config: unknown): unknown;
  export function getRelatedListsInfo(config: {
    parentObjectApiName: unknown;
    recordTypeId?: unknown;
  }): unknown;
}
