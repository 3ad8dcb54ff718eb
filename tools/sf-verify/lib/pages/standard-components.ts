/** Regions of page templates. Source: FlexiPage examples of Salesforce's sample apps; templates not listed here are not checked for regions. */
export const TEMPLATES: Readonly<
  Record<string, { readonly type: string; readonly regions: readonly string[] | null }>
> = {
  'flexipage:appHomeTemplateHeaderTwoColumns': { type: 'AppPage', regions: null },
  'flexipage:appHomeTemplateThreeColumns': { type: 'AppPage', regions: null },
  'flexipage:appHomeTemplateThreeRegions': { type: 'AppPage', regions: null },
  'flexipage:appHomeTemplateTwoColumns': { type: 'AppPage', regions: null },
  'flexipage:appHomeTemplateTwoColumnsLeftSidebar': { type: 'AppPage', regions: null },
  'flexipage:appHomeTemplateTwoColumnsRightSidebar': { type: 'AppPage', regions: null },
  'flexipage:defaultAppHomeTemplate': { type: 'AppPage', regions: ['main'] },
  'flexipage:recordHomeLeftSidebarTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomePinnedHeaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomePinnedLeftSidebarTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeSimpleViewTemplate': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeSubheaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeTemplateDesktop': { type: 'RecordPage', regions: ['header', 'main', 'sidebar'] },
  'flexipage:recordHomeThreeColTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeThreeColWithSubheaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'flexipage:recordHomeWithSubheaderTemplateDesktop': { type: 'RecordPage', regions: null },
  'home:desktopTemplate': { type: 'HomePage', regions: ['top', 'bottomLeft', 'bottomRight', 'sidebar'] },
  'one:utilityBarTemplateDesktop': { type: 'UtilityBar', regions: ['utilityItems', 'backgroundComponents'] },
};

/** Standard components by namespace; namespaces not listed here are not checked. Source: FlexiPage metadata of sample apps. */
export const STANDARD_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  console: ['history', 'macros', 'omnichannel', 'relatedRecord'],
  flexipage: [
    'accordion',
    'accordionSection',
    'column',
    'dashboard',
    'embeddedDashboard',
    'fieldSection',
    'filterListCard',
    'recentItems',
    'report',
    'reportChart',
    'richText',
    'tab',
    'tab2',
    'tabset',
    'tabset2',
    'visualforcePage',
  ],
  force: [
    'detailPanel',
    'dynamicHighlightsPanel',
    'highlightsPanel',
    'recordDetailPanelMobile',
    'relatedListContainer',
    'relatedListQuickLinksContainer',
    'relatedListSingleContainer',
  ],
  forceChatter: ['publisher', 'feed', 'recordFeedContainer'],
  opencti: ['softPhone'],
  runtime_sales_activities: ['activityPanel', 'pathAssistant', 'todayTaskContainer'],
};

/** Components that need a record. */
export const NEEDS_RECORD =
  /^(force:(?!relatedListQuickLinks)|runtime_sales_activities:activityPanel|forceChatter:recordFeedContainer|flexipage:fieldSection)/;

/** Settings of a utility item. Source: Metadata API Developer Guide, FlexiPage, ComponentInstanceProperty of type decorator. */
export const DECORATORS: Readonly<Record<string, RegExp>> = {
  eager: /^(true|false)$/,
  height: /^[1-9]\d{1,3}$/,
  icon: /^[a-z0-9_]+$/,
  iconVariant: /^[a-z-]+$/,
  label: /^.{1,80}$/,
  scrollable: /^(true|false)$/,
  width: /^[1-9]\d{1,3}$/,
};
