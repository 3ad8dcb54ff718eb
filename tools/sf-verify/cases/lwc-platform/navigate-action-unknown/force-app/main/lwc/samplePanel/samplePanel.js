import { LightningElement, api, wire } from 'lwc';
import { MessageContext, publish } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import load from '@salesforce/apex/SampleController.load';
import TITLE from '@salesforce/label/c.Sample_Title';
import CHANNEL from '@salesforce/messageChannel/Sample_Channel__c';
import SCRIPT from '@salesforce/resourceUrl/sampleScript';
import mayUse from '@salesforce/customPermission/Sample_Permission';
import OUTCOME from '@salesforce/schema/Sample_Call__c.Outcome__c';
import OWNER from '@salesforce/schema/Account.Owner.Name';
import { describe } from 'c/sampleWords';

export default class SamplePanel extends NavigationMixin(LightningElement) {
  @api settingName;
  @wire(MessageContext) messageContext;
  title = TITLE;
  calls = [];

  get heading() {
    return describe(this.title, [SCRIPT, OUTCOME.fieldApiName, OWNER.fieldApiName, mayUse]);
  }

  async handleLoad() {
    this.calls = await load({ key: this.settingName });
    this[NavigationMixin.Navigate]({ type: 'standard__objectPage', attributes: { objectApiName: 'Account', actionName: 'create' } });
    this.refs.list.focus();
  }

  handleChoose(event) {
    publish(this.messageContext, CHANNEL, { recordId: event.detail });
  }
}
