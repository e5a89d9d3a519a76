/** SKILL.md with its generated parts made anew; `table`: the document of `openclaw help --json`. */
export function fillSkill(text: string, table: object): string;
