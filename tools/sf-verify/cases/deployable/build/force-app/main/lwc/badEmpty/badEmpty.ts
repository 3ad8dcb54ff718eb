export const empty: boolean = true;
