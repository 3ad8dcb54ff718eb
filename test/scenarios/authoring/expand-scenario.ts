import { writeExpectedLine } from './expected-line.ts';
import { timeOf, writeTime } from './scenario-clock.ts';
import type { TimeForm } from './scenario-clock.ts';
import { SnapshotWriter, writeConfiguration } from './write-snapshot.ts';
import type { ScenarioContact } from './write-snapshot.ts';

export interface ExpandedScenario {
  settings: unknown;
  recording: readonly unknown[];
  expected: readonly string[];
}

const DIALER_ADDRESS = { channel: 'Amazon', topic: 'OutboundCall', subtopic: 'OutboundCallStateChange' };

function readPairs(tokens: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    tokens.map((token) => {
      const [name = '', value] = token.split('=');
      if (value === undefined) throw new TypeError(`"${token}" is not <name>=<value>`);
      return [name, value.replaceAll('_', ' ')];
    }),
  );
}

function readContact(label: string, tokens: readonly string[]): ScenarioContact {
  const pairs = readPairs(tokens.filter((token) => !token.startsWith('@')));
  const attributes = readPairs(
    tokens.filter((token) => token.startsWith('@')).map((token) => token.slice(1)),
  );
  return {
    type: (pairs['type'] ?? 'voice').replaceAll(' ', '_'),
    attributes: pairs['attributes'] === 'null' ? null : attributes,
    initial: pairs['initial'] ?? label,
    queue: pairs['queue'] ?? null,
    method: pairs['method']?.replaceAll(' ', '_') ?? null,
    number: pairs['number'] ?? '+12025550143',
  };
}

class ScenarioExpander {
  readonly contacts = new Map<string, ScenarioContact>();
  readonly recording: unknown[] = [];
  readonly expected: string[] = [];
  settings: unknown = null;
  private times: TimeForm = 'iso';
  private form = 'agentUpdate';
  private aliases = true;
  private configurations = 1;
  private writer: SnapshotWriter | null = null;

  expand(line: string): void {
    const tokens = line.split(/\s+/);
    const [first = '', second = ''] = tokens;
    if (first === '>') this.expected.push(writeExpectedLine(line, this.contacts));
    else if (first === 'settings') this.settings = JSON.parse(line.slice('settings'.length));
    else if (first === 'style') this.readStyle(readPairs(tokens.slice(1)));
    else if (first === 'contact') this.contacts.set(second, readContact(second, tokens.slice(2)));
    else this.expandEntry(timeOf(first), second, line, tokens.slice(2));
  }

  private readStyle(style: Record<string, string>): void {
    this.times = (style['times'] ?? 'iso') as TimeForm;
    this.form = style['form'] ?? 'agentUpdate';
    this.aliases = style['aliases'] !== 'none';
    this.configurations = Number(style['configurations'] ?? '1');
  }

  private expandEntry(at: number, what: string, line: string, rest: readonly string[]): void {
    const stamp = { at: writeTime(at, this.times) };
    if (what === 'reload') this.recording.push({ ...stamp, reload: true });
    else if (what === 'set') this.setAttributes(rest);
    else if (what === 'dialer') this.recording.push({ ...stamp, dialer: this.writeDialer(rest) });
    else if (what === 'raw') {
      this.recording.push({ ...stamp, dialer: JSON.parse(line.slice(line.indexOf('raw') + 3)) });
    } else this.recording.push({ ...stamp, ...this.writeUpdate(at, line) });
  }

  private setAttributes([label = '', ...tokens]: readonly string[]): void {
    const contact = this.contacts.get(label);
    if (contact === undefined) throw new TypeError(`no contact "${label}"`);
    contact.attributes = { ...contact.attributes, ...readPairs(tokens) };
  }

  private writeDialer([callType = '', word = '', id = '', ...variables]: readonly string[]): unknown {
    if (callType === 'tether') {
      return { ...DIALER_ADDRESS, subtopic: 'SetNailupDetails', message: { callStatus: word, uuid: 't-1' } };
    }
    const call = {
      id: /^\d+$/.test(id) ? Number(id) : id,
      CallType: callType,
      event: word,
      CallVariables: readPairs(variables),
    };
    return { ...DIALER_ADDRESS, source: 'event', message: { call, source: 'event' } };
  }

  private writeUpdate(at: number, line: string): Record<string, unknown> {
    this.writer ??= new SnapshotWriter({ times: this.times, aliases: this.aliases });
    const writer = this.writer;
    const [head = '', ...parts] = line.split('|').map((part) => part.trim());
    const state = writer.writeAgentState(head.split(/\s+/)[1] ?? '', at);
    const contacts = parts.map((part) => {
      const [label = '', contactState = '', ...legs] = part.split(/\s+/);
      const contact = this.contacts.get(label);
      if (contact === undefined) throw new TypeError(`no contact "${label}" in "${line}"`);
      return writer.writeContact(label, contactState, legs, contact, at);
    });
    const time = writeTime(at, this.times);
    const snapshot = { state, nextState: null, contacts, snapshotTimestamp: time };
    if (this.form === 'snapshot') return { snapshot };
    this.configurations -= 1;
    const configuration = this.configurations >= 0 ? { configuration: writeConfiguration() } : {};
    return { agentUpdate: { snapshot, ...configuration } };
  }
}

/** Expands a scenario in the notation of README.md into the files that `paceline replay` reads and must print. */
export function expandScenario(text: string): ExpandedScenario {
  const expander = new ScenarioExpander();
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line !== '' && !line.startsWith('#')) expander.expand(line);
  }
  const { settings, recording, expected } = expander;
  return { settings, recording, expected };
}
