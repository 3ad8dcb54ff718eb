import { LightningElement } from 'lwc';

export default class SampleBase extends LightningElement {
  label = 'base';
}
