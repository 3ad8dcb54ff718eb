/** What `paceline --help` prints. */
export const USAGE = `paceline replay <recording> [options]   what a recording would have led to
  --settings FILE      settings as JSON (setup, pacing attribute, tether, ...)
  --rules FILE         a ruleset as JSON; adds the planned actions
  --format FORMAT      ndjson (default) or table
  --trace              adds the lines that explain: ignored, unlisted, diagnostics
  --pacing MODE        pacing of contacts that carry none, as in a downloaded CCP log

paceline lint <rules>...                what is wrong or risky in rulesets: files as JSON, or rule and setting
                                        records (.md-meta.xml, or a folder of them)

paceline --help | --version
`;
