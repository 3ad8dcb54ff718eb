import { LightningElement } from 'lwc';

export default class BadMarkup extends LightningElement {
  calls = [];
}
