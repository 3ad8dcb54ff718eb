export interface ObjectPermissions {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

export interface FieldPermissions {
  readonly read: boolean;
  readonly edit: boolean;
}
