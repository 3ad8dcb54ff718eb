import { LightningElement } from 'lwc';

export default class BadTemplate extends LightningElement {
  calls = [];

  focusList() {
    this.refs.lists.focus();
    const { row } = this.refs;
    row.focus();
  }
}
