/** The one element that the CCP's frame lives in; an HTMLElement fits. */
export interface CcpContainer {
  replaceChildren(): void;
  querySelector(selector: 'iframe'): { src: string } | null;
}
