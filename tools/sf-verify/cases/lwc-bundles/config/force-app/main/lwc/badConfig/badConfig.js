import { LightningElement, api } from 'lwc';

export default class BadConfig extends LightningElement {
  @api settingName;
}
