export const built = "before";
