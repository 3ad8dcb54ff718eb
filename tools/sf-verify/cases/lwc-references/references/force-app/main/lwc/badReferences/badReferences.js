import { LightningElement } from 'lwc';
import load from '@salesforce/apex/SampleController.loads';
import save from '@salesforce/apex/SampleController.save';
import TITLE from '@salesforce/label/c.Sample_Titles';
import CHANNEL from '@salesforce/messageChannel/Sample_Channels__c';
import SCRIPT from '@salesforce/resourceUrl/sampleScripts';
import mayUse from '@salesforce/customPermission/Sample_Permissions';
import RESULT from '@salesforce/schema/Sample_Call__c.Result__c';
import NICKNAME from '@salesforce/schema/Account.Nickname';
import { describe } from 'c/sampleWord';
import { publish } from 'lightning/messageServices';
import { z } from 'zod';

export default class BadReferences extends LightningElement {
  everything = [load, save, TITLE, CHANNEL, SCRIPT, mayUse, RESULT, NICKNAME, describe, publish, z];
}
