import { LightningElement, api } from 'lwc';

/** Stands in for the base component, which the test runner's own stubs lack. */
export default class Select extends LightningElement {
  @api label = '';
  @api value = '';
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
}
