export const other: string = "now";
