export const capital = true;
