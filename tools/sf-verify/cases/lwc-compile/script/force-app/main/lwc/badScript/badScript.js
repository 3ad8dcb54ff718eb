import { LightningElement, api, nothing } from 'lwc';

export default class BadScript extends LightningElement {
  @api open = true;

  run() {
    return nothing;
  }
}
