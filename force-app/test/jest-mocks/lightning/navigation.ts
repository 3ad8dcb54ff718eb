import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Receives the page reference of every navigation, whichever component asked for it. */
export const navigated = jest.fn();

export const CurrentPageReference = createTestWireAdapter(jest.fn());

export const NavigationMixin = Object.assign(
  (Base: new () => object) =>
    class extends Base {
      [Navigate](pageReference: unknown): void {
        navigated(pageReference);
      }
      [GenerateUrl](): Promise<string> {
        return Promise.resolve('https://example.com/');
      }
    },
  { Navigate, GenerateUrl },
);
