declare module '@salesforce/wire-service-jest-util' {
  /** A wire adapter for tests: `emit` provides a value to every component that is wired to it. */
  interface TestWireAdapter {
    emit(value: unknown): void;
  }
  export function createTestWireAdapter(implementation?: unknown): TestWireAdapter & WireAdapter;
}
