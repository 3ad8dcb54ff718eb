/** Modules of `lightning/` that the page simulates; every other one comes from lightning-base-components. */
export const SIMULATED_MODULES = [
  'lightning/navigation',
  'lightning/platformWorkspaceApi',
  'lightning/platformUtilityBarApi',
  'lightning/messageService',
  'lightning/uiObjectInfoApi',
  'lightning/uiRecordApi',
  'lightning/platformResourceLoader',
  'lightning/pageReferenceUtils',
  'lightning/platformShowToastEvent',
  'lightning/toast',
] as const;

export type SimulatedModule = (typeof SIMULATED_MODULES)[number];

export function isSimulated(id: string): id is SimulatedModule {
  return (SIMULATED_MODULES as readonly string[]).includes(id);
}
