import type { ApexMethod } from './apex-context.ts';
import { loadConfiguration } from './configuration.ts';
import { applyOperations } from './interaction.ts';
import { searchRecords } from './lookup.ts';
import { saveWrapUp } from './save-wrap-up.ts';

/** The package's `@AuraEnabled` methods by `Class.method`. */
export const APEX_METHODS: Readonly<Record<string, ApexMethod>> = {
  'PacelineConfigurationController.load': loadConfiguration,
  'PacelineInteractionController.apply': applyOperations,
  'PacelineInteractionController.saveWrapUp': saveWrapUp,
  'PacelineLookupController.search': searchRecords,
};
