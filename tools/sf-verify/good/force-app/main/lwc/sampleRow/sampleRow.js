import { LightningElement, api } from 'lwc';

export default class SampleRow extends LightningElement {
  @api call;
  @api position;

  choose() {
    this.dispatchEvent(new CustomEvent('choose', { detail: this.call.Id }));
  }
}
