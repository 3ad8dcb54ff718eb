import { LightningElement, api } from 'lwc';
import CHOOSE from '@salesforce/label/c.Paceline_Choose_Match';
import NONE from '@salesforce/label/c.Paceline_No_Match';
import type { RecordMatch } from 'c/pacelineCore';

interface MatchRow {
  readonly recordId: string;
  readonly name: string;
  readonly detail: string;
}

/** Several records match. Event `choose`, detail the record's id, or null when it is none of them. */
export default class PacelineMatchPicker extends LightningElement {
  @api matches: readonly RecordMatch[] = [];

  readonly labels = { choose: CHOOSE, none: NONE };

  get rows(): readonly MatchRow[] {
    return this.matches.map(({ recordId, name, objectApiName, detail }) => ({
      recordId,
      name,
      detail: detail === null ? objectApiName : `${objectApiName} · ${detail}`,
    }));
  }

  handleChoose(event: Event): void {
    const { recordId } = (event.currentTarget as HTMLElement).dataset;
    this.choose(recordId ?? null);
  }

  handleNone(): void {
    this.choose(null);
  }

  private choose(recordId: string | null): void {
    this.dispatchEvent(new CustomEvent<string | null>('choose', { detail: recordId }));
  }
}
