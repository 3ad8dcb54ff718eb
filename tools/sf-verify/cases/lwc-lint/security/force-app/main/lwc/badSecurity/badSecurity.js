import { LightningElement } from 'lwc';

export default class BadSecurity extends LightningElement {
  worker = new SharedWorker('worker.js');

  run(text) {
    eval(text);
    window.open(text);
    document.domain = 'example.com';
    this.cookie = document.cookie;
    setTimeout('run()', 10);
    $A.get('e.force:refreshView').fire();
  }
}
