export const built: string = "now";
