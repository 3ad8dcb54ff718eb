import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { walkFiles } from '../../scripts/build/files.ts';

const ROOT = resolve(__dirname, '../..');
const REPORTING = join(ROOT, 'force-app/main/reporting');
const FIELDS = join(ROOT, 'force-app/main/actions/objects/Paceline_Interaction__c/fields');
const COLUMN_ELEMENTS = ['field', 'column', 'dateColumn', 'groupingColumn', 'secondaryGroupingColumn'];

const read = (path: string): string => readFileSync(path, 'utf8');
const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => match[1] ?? '');
const columnsOf = (xml: string): string[] =>
  COLUMN_ELEMENTS.flatMap((name) => elements(xml, name)).map((column) =>
    column.replace('Paceline_Interaction__c$', ''),
  );

const offered = elements(read(join(REPORTING, 'reportTypes/Paceline_Calls.reportType-meta.xml')), 'field');
const reports = new Map(
  walkFiles(join(REPORTING, 'reports'))
    .filter((path) => path.endsWith('.report-meta.xml'))
    .map((path) => [basename(path, '.report-meta.xml'), read(path)]),
);
const dashboard = read(join(REPORTING, 'dashboards/Paceline_Dashboards/Paceline_Calls.dashboard-meta.xml'));
const components = elements(dashboard, 'report').map((name) => name.replace('Paceline_Reports/', ''));

describe('the reports of the package', () => {
  it('have a report type that offers fields of the interaction only', () => {
    const unknown = offered.filter(
      (field) =>
        !['Name', 'Owner', 'CreatedDate'].includes(field) &&
        !existsSync(join(FIELDS, `${field}.field-meta.xml`)),
    );
    expect(unknown).toEqual([]);
  });

  it('name columns that their report type offers', () => {
    const missing = [...reports.values()]
      .flatMap(columnsOf)
      .filter((column) => column !== 'RowCount' && !offered.includes(column));
    expect([reports.size, missing]).toEqual([6, []]);
  });

  it('group by no field that is a column as well, which the platform refuses', () => {
    const doubled = [...reports].flatMap(([name, xml]) => {
      const columns = [...xml.matchAll(/<columns>.*?<\/columns>/gs)].flatMap(([column]) => columnsOf(column));
      const groupings = [...xml.matchAll(/<groupings\w+>.*?<\/groupings\w+>/gs)].flatMap(([each]) =>
        columnsOf(each),
      );
      return groupings.filter((field) => columns.includes(field)).map((field) => `${name}: ${field}`);
    });
    expect(doubled).toEqual([]);
  });

  it('draw a chart over a grouping of their own', () => {
    const wrong = [...reports].flatMap(([name, xml]) => {
      const chart = /<chart>.*<\/chart>/s.exec(xml)?.[0] ?? '';
      const drawn = ['groupingColumn', 'secondaryGroupingColumn'].flatMap((each) => elements(chart, each));
      const groupings = [...xml.matchAll(/<groupings\w+>.*?<\/groupings\w+>/gs)].map(([each]) => each).join();
      return drawn.filter((column) => !groupings.includes(`<field>${column}</field>`)).map(() => name);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the dashboard of the package', () => {
  it('shows reports of the package', () => {
    expect(components).toEqual([
      'Calls_per_Day',
      'Open_Logs',
      'Failed_Actions',
      'Calls_by_Pacing_Mode_and_Outcome',
      'Calls_per_Day',
      'Agents_Talk_Time',
    ]);
    expect(components.filter((name) => !reports.has(name))).toEqual([]);
  });

  it('takes charts from reports that have one', () => {
    const charts = [...dashboard.matchAll(/<dashboardComponent>.*?<\/dashboardComponent>/gs)]
      .map(([component]) => component)
      .filter((component) => component.includes('<useReportChart>true<'))
      .map((component) => elements(component, 'report')[0]?.replace('Paceline_Reports/', '') ?? '');
    expect(charts.filter((name) => !(reports.get(name) ?? '').includes('<chart>'))).toEqual([]);
    expect(charts).toHaveLength(3);
  });

  it('names no user, so that it runs as the admin who installs it', () => {
    expect([elements(dashboard, 'dashboardType'), elements(dashboard, 'runningUser')]).toEqual([
      ['SpecifiedUser'],
      [],
    ]);
  });
});
