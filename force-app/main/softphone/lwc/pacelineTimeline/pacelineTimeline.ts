import { LightningElement, api } from 'lwc';
import WHY from '@salesforce/label/c.Paceline_Why';
import WHY_TITLE from '@salesforce/label/c.Paceline_Why_Title';
import { fillIn } from 'c/pacelineWords';
import type { TraceEntry } from 'c/pacelineCore';

interface TimelineRow {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly hasFacts: boolean;
  readonly isOpen: boolean;
  readonly ariaExpanded: string;
  readonly whyTitle: string;
}

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What happened, oldest first. Raw observations stay out: they are for the exported trace. */
export default class PacelineTimeline extends LightningElement {
  @api entries: readonly TraceEntry[] = [];

  openKeys: readonly string[] = [];

  readonly labels = { why: WHY };
  /** Seconds matter here and the panel is narrow. */
  readonly useTwelveHours = false;

  get rows(): readonly TimelineRow[] {
    return this.entries
      .map((entry, index) => ({ entry, key: `${entry.at}-${index}` }))
      .filter(({ entry }) => entry.kind !== 'observation')
      .map(({ entry, key }) => {
        const facts = Object.entries(entry.data ?? {}).map(([name, value]) => ({ name, value: show(value) }));
        const isOpen = this.openKeys.includes(key);
        return {
          key,
          at: entry.at,
          text: entry.text,
          facts,
          hasFacts: facts.length > 0,
          isOpen,
          ariaExpanded: String(isOpen),
          whyTitle: fillIn(WHY_TITLE, entry.text),
        };
      });
  }

  handleWhy(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    if (key === undefined) return;
    this.openKeys = this.openKeys.includes(key)
      ? this.openKeys.filter((open) => open !== key)
      : [...this.openKeys, key];
  }
}
