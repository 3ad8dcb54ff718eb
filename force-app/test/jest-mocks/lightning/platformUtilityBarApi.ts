import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const open = jest.fn().mockResolvedValue(true);
export const updateUtility = jest.fn().mockResolvedValue(true);
export const enablePopout = jest.fn().mockResolvedValue(true);
export const EnclosingUtilityId = createTestWireAdapter(jest.fn());
