const pad = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds as `m:ss`, from an hour on as `h:mm:ss`; negative ones (clocks that differ) count as none. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${pad(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}
