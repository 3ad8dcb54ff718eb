import { LightningElement, api } from 'lwc';
import title from '@salesforce/apex/Second.title';

export default class SampleRow extends LightningElement {
  @api call;
  @api position;

  async connectedCallback() {
    await title();
  }

  choose() {
    this.dispatchEvent(new CustomEvent('choose', { detail: this.call.Id }));
  }
}
