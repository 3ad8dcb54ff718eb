declare module '@salesforce/wire-service-jest-util' {
  import type { WireAdapterConstructor } from 'lwc';
  /** A wire adapter for tests: `emit` provides a value to every component that is wired to it. */
  interface TestWireAdapter {
    emit(value: unknown): void;
  }
  export function createTestWireAdapter(implementation?: unknown): TestWireAdapter & WireAdapterConstructor;
}
